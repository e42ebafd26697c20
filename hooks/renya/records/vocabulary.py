"""The closed lists of the field: every value that a record may choose from.

The words that readers see for them stand in `labels.yml` under `vocabulary`.
Sources: MZ/T 094-2017 (stages), TIDieR 2014 (delivery), the thesis (causes),
`docs/method.md` (evidence axes and distance).
"""

from typing import Literal

Status = Literal["draft", "active", "deprecated", "withdrawn"]
Verification = Literal["seen_text", "seen_partial", "secondary", "memory_only", "computed"]

Stage = Literal[
    "intake", "assessment", "planning", "intervention", "evaluation", "closing", "follow_up"
]
STAGES: tuple[Stage, ...] = (
    "intake", "assessment", "planning", "intervention", "evaluation", "closing", "follow_up",
)  # fmt: skip
AgeBand = Literal["0-5", "6-8", "9-11", "12-14", "15-17"]
Part = Literal["leads", "does", "supports", "informed"]
Place = Literal["home", "school", "village"]
Ecology = Literal["child", "family", "school", "community", "society"]

# Evidence: three axes, never one score.
Design = Literal["several_trials", "one_trial", "comparison", "descriptive", "none_found"]
Direction = Literal[
    "benefit", "mixed", "no_effect", "harm", "association_protective", "association_risk", "unknown"
]
Distance = Literal["same", "near", "far", "unknown"]

# Cases
Origin = Literal["composite", "constructed_for_teaching", "real_anonymised"]
Sex = Literal["girl", "boy", "unspecified"]
Region = Literal["east", "central", "west", "northeast", "unspecified"]
Migration = Literal["father_away", "mother_away", "both_away", "other"]
Carer = Literal["grandparent", "one_parent", "relative", "other", "alone"]
Siblings = Literal["none", "one", "two_or_more", "unspecified"]
Guardianship = Literal["adequate", "insufficient", "improper", "absent"]
Outcome = Literal["improved", "partly", "no_change", "worse", "lost_contact", "still_open"]
OutcomeEvidence = Literal["measure", "observation", "record", "self_report"]
Better = Literal["higher", "lower"]
ReviewerRole = Literal["case_worker", "independent"]
ReferralKind = Literal["internal", "external"]
Phase = Literal["baseline", "intervention", "follow_up"]
PersonSex = Literal["male", "female", "unknown"]
UnionStatus = Literal["married", "cohabiting", "separated", "divorced", "widowed"]
Bond = Literal["close", "very_close", "distant", "conflict", "cut_off"]
EcomapKind = Literal[
    "family",
    "friends",
    "school",
    "village",
    "health",
    "social_work",
    "government",
    "online",
    "other",
]
EcomapLink = Literal["strong", "weak", "stressful", "broken"]
Flow = Literal["to_child", "from_child", "both", "none"]

# Interventions
Mode = Literal["face_to_face", "phone", "video", "text_message", "written"]
Format = Literal["individual", "pair", "group", "family", "class", "community"]
Setting = Literal["home", "school", "community", "online"]
Tier = Literal["universal", "selective", "indicated"]
DoseBasis = Literal["tested", "convention", "unknown"]
Freedom = Literal["free", "ask_supervisor", "keep"]
CostBand = Literal["unknown", "none", "under_200", "200_to_1000", "1000_to_5000", "over_5000"]
Ready = Literal["ready", "partly", "not_ready", "unknown"]

# Recommendations
Strength = Literal["must", "should", "consider", "do_not"]
Certainty = Literal["law", "high", "moderate", "low", "very_low"]
Level = Literal["village", "township", "county", "city", "province", "nation"]
PolicyTool = Literal[
    "law", "regulation", "budget", "purchase_of_service", "standard", "training", "information",
    "organisation",
]  # fmt: skip

# Laws
LawLevel = Literal[
    "law", "administrative_regulation", "judicial", "state_policy", "department_policy", "standard",
    "local",
]  # fmt: skip
LegalStatus = Literal["in_force", "amended", "repealed", "expired", "unclear"]
AddressKind = Literal["official", "media", "translation", "journal", "copy"]

# Theory
ConceptType = Literal["theory", "risk_factor", "protective_factor", "dimension"]
Side = Literal["inner", "outer"]
ThesisCause = Literal[
    "absent_carers", "weakened_family_function", "generation_gap", "intergenerational_rearing",
    "weak_outside_support",
]  # fmt: skip

# Instruments
Respondent = Literal["child", "carer", "teacher", "worker"]
UseFor = Literal["screen", "plan", "monitor", "evaluate"]
Licence = Literal["open", "free_with_conditions", "ask_authors", "paid", "unknown"]

# Statistics
Series = Literal["civil_affairs", "census", "school", "survey"]

# References
CslType = Literal[
    "article-journal", "article", "article-newspaper", "book", "chapter", "dataset", "document",
    "paper-conference", "report", "standard", "thesis", "webpage",
]  # fmt: skip
WorkKind = Literal[
    "systematic_review", "trial", "quasi_experiment", "cohort", "cross_sectional", "qualitative",
    "case", "theory", "measurement", "standard", "report", "guideline", "web", "thesis",
]  # fmt: skip
WorkLanguage = Literal["zh-CN", "en"]
