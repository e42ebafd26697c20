// The case twins: ranks the cases that the page lists by how many of the ticked facts they share, and
// says what is the same and what differs. Nothing is kept and nothing is sent.
"use strict";
(() => {
  const root = document.querySelector("#twins");
  const form = root.querySelector("form");
  const list = root.querySelector(".found");
  const status = root.querySelector("[role=status]");
  const words = JSON.parse(root.dataset.words);
  const items = [...list.children];
  const facets = [...form.querySelectorAll("select")];
  const MOST = 5;

  const values = (item, name) => (item.dataset[name] || "").split(" ").filter(Boolean);
  const label = (facet, value) =>
    [...facet.options].find((one) => one.value === value)?.textContent || value;

  // The worry and who cares for the child say most of what can be learned from another case.
  const WEIGHT = { dilemma: 3, carer: 2, guardianship: 2, age: 2, away: 1, sex: 1 };
  const STEPS = ["0-5", "6-8", "9-11", "12-14", "15-17"];

  const compared = (item, chosen) => {
    const made = { item, score: 0, same: [], differs: [], untold: [] };
    for (const facet of chosen) {
      const own = values(item, facet.name);
      const weight = WEIGHT[facet.name];
      const name = label(facet, facet.value);
      if (own.length === 0) {
        made.untold.push(name);
        made.score += weight / 3;
      } else if (own.includes(facet.value)) {
        made.same.push(name);
        made.score += weight;
      } else {
        made.differs.push(own.map((value) => label(facet, value)).join(words.join));
        const apart = Math.abs(STEPS.indexOf(own[0]) - STEPS.indexOf(facet.value));
        if (facet.name === "age" && apart === 1) made.score += weight / 2;
      }
    }
    return made;
  };

  const line = (key, found) => (found.length ? words[key] + words.colon + found.join(words.join) : "");

  const show = () => {
    const chosen = facets.filter((one) => one.value);
    const ranked = items.map((item) => compared(item, chosen));
    ranked.sort((a, b) => b.score - a.score || items.indexOf(a.item) - items.indexOf(b.item));
    const kept = chosen.length ? ranked.slice(0, MOST) : ranked;
    for (const one of kept) {
      const why = one.item.querySelector(".why");
      const said = ["same", "differs", "untold"].map((key) => line(key, one[key])).filter(Boolean);
      why.hidden = said.length === 0;
      why.replaceChildren(
        ...said.map((text) => Object.assign(document.createElement("span"), { textContent: text })),
      );
    }
    list.replaceChildren(...kept.map((one) => one.item));
    status.textContent = (chosen.length ? words.found : words.choose).replace("{n}", kept.length);
    try {
      const query = new URLSearchParams(chosen.map((one) => [one.name, one.value])).toString();
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    } catch {
      // A folder without a server has no address to change.
    }
  };

  const asked = new URLSearchParams(location.search);
  for (const facet of facets) facet.value = asked.get(facet.name) || "";
  for (const facet of facets) if (facet.selectedIndex < 0) facet.value = "";
  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  show();
})();
