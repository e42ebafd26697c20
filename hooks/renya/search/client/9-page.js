/**
 * The page of the search: a form whose query stands in the address, filters, results.
 * Without this script the page is a listing of everything; nothing leaves the browser.
 */

const PLACE_OF_RESULTS = /** @type {HTMLElement} */ (document.getElementById("search"));
const FORM = /** @type {HTMLFormElement} */ (PLACE_OF_RESULTS.querySelector("form"));
const FIELD = /** @type {HTMLInputElement} */ (FORM.querySelector("input[type=search]"));
const STATUS = /** @type {HTMLElement} */ (PLACE_OF_RESULTS.querySelector("[role=status]"));
const RESULTS = /** @type {HTMLElement} */ (PLACE_OF_RESULTS.querySelector(".results"));
const HINTS = /** @type {HTMLElement} */ (PLACE_OF_RESULTS.querySelector(".search-hints"));
const LISTING = /** @type {HTMLElement} */ (PLACE_OF_RESULTS.querySelector(".search-listing"));
const FILTERS = /** @type {HTMLElement} */ (FORM.querySelector(".filters"));
/** @type {HTMLSelectElement[]} */
const SELECTS = Array.from(FORM.querySelectorAll("select"));
/** @type {Record<string, string>} */
const WORDS = JSON.parse(PLACE_OF_RESULTS.dataset.words || "{}");
const SIDE = PLACE_OF_RESULTS.dataset.lang === "en" ? 1 : 0;

const PAUSE = 180; // ms after the last key
const BEST = 8; // results before the groups
const IN_GROUP = 8; // of a kind, before one asks for more
const ELSEWHERE = 3; // of the other language, likewise
const RECENT = "renya-searches", REMEMBERED = 6;

// What was asked before, kept in this browser alone

/** @returns {string[]} */
const recent = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(RECENT) || "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, REMEMBERED) : [];
  } catch { return []; }
};

/** @param {string[]} queries */
const keep = (queries) => {
  try { localStorage.setItem(RECENT, JSON.stringify(queries.slice(0, REMEMBERED))); } catch { /* a private window */ }
};

/** @param {string} query */
const remember = (query) => {
  if (query.length > 1 && query.length <= 60) keep([query, ...recent().filter((one) => one !== query)]);
};

/** @param {string} name @param {string[]} queries @param {Node[]} more */
const offered = (name, queries, ...more) => {
  const list = element("ul", "hints");
  for (const query of queries) {
    const link = /** @type {HTMLAnchorElement} */ (element("a", "", query));
    link.href = "?" + new URLSearchParams({ q: query });
    link.dataset.query = query;
    list.append(element("li", "", link));
  }
  for (const one of more) list.append(element("li", "", one));
  return element("div", "hint", element("span", "hint-name", name), list);
};

/** Names of concepts that hold what was typed. @param {string} typed */
const names = (typed) => {
  const text = cleaned(typed).trim();
  if (!text || !index) return [];
  const found = [];
  for (const concept of index.concepts) {
    if (concept.near) continue;
    const own = SIDE ? concept.enShown : concept.zhShown;
    const known = SIDE ? concept.en : concept.zh;
    if (known.some((/** @type {string} */ name) => name === text)) continue;
    if (known.some((/** @type {string} */ name) => name.startsWith(text))) found.push(own);
  }
  return found.slice(0, 5);
};

/** @param {string} typed */
const hint = (typed) => {
  const made = [];
  if (!typed.trim()) {
    const asked = recent();
    if (asked.length) {
      const forget = /** @type {HTMLButtonElement} */ (element("button", "plain", say("forget")));
      forget.type = "button";
      forget.addEventListener("click", () => { keep([]); hint(""); FIELD.focus(); });
      made.push(offered(say("recent"), asked, forget));
    }
  } else {
    const found = names(typed);
    if (found.length) made.push(offered(say("meant"), found));
  }
  HINTS.replaceChildren(...made);
};

// Filters

/** @returns {Record<string, string>} */
const chosen = () => Object.fromEntries(SELECTS.map((one) => [one.name, one.value]).filter(([, value]) => value));

/** @param {number} unit @param {string} name @param {string} value */
const fits = (unit, name, value) =>
  !value || (name === "kind" ? index.kindOf(unit) === value : index.facetsOf(unit).includes(value));

/** @param {Found[]} found */
const filtered = (found) => {
  const wanted = Object.entries(chosen());
  return found.filter((one) => wanted.every(([name, value]) => fits(one.unit, name, value)));
};

/** How many results each choice would leave, the other filters kept. @param {Found[]} found */
const count = (found) => {
  for (const select of SELECTS) {
    const others = Object.entries(chosen()).filter(([name]) => name !== select.name);
    const left = found.filter((one) => others.every(([name, value]) => fits(one.unit, name, value)));
    /** @type {Map<string, number>} */
    const numbers = new Map();
    for (const { unit } of left) {
      const held = select.name === "kind" ? [index.kindOf(unit)] : index.facetsOf(unit);
      for (const one of held) numbers.set(one, (numbers.get(one) || 0) + 1);
    }
    for (const option of Array.from(select.options)) {
      const number = numbers.get(option.value) || 0;
      option.dataset.name ||= option.textContent || "";
      const name = option.value ? option.dataset.name + " (" + number + ")" : option.dataset.name;
      if (option.textContent !== name) option.textContent = name;
      option.hidden = Boolean(option.value) && !number && option.value !== select.value;
    }
  }
};

// Results

/** @param {Found[]} found @param {Sought} what @param {number} side @param {boolean} labelled */
const listOf = async (found, what, side, labelled) => {
  const cards = await Promise.all(found.map((one) => card(one.unit, side)));
  const made = element("ol", "hits");
  made.append(...found.map((one, place) => result(one, cards[place], what, side, labelled)));
  return made;
};

/** The list, with a button for the rest. @param {Found[]} found @param {number} most */
const someOf = async (found, what = /** @type {Sought} */ ({}), side = SIDE, labelled = false, most = IN_GROUP) => {
  const made = [await listOf(found.slice(0, most), what, side, labelled)];
  const rest = found.slice(most);
  if (rest.length) {
    const more = /** @type {HTMLButtonElement} */ (element("button", "more", say("more", { n: rest.length })));
    more.type = "button";
    more.addEventListener("click", async () => {
      const list = await listOf(rest, what, side, labelled).catch(() => null);
      if (!list) return;
      made[0].append(...Array.from(list.children));
      more.remove();
      explain(what, made[0]);
      /** @type {HTMLElement | null} */ (made[0].children[most]?.querySelector("a"))?.focus();
    });
    made.push(more);
  }
  return made;
};

/** The field that matched, for the results that do not show it yet. @param {Sought} what @param {Element} where */
const explain = (what, where) => Promise.all(Array.from(where.querySelectorAll("[data-document]"),
  (one) => explained(/** @type {HTMLElement} */ (one), what)));

/** @param {string} title @param {(Node | string)[]} children */
const group = (title, ...children) => element("section", "hit-group", element("h2", "", title), ...children);

/**
 * The results of a kind, fetched when they are opened: on a weak signal every file counts.
 * @param {string} kind @param {Found[]} found @param {Sought} what
 */
const folded = (kind, found, what) => {
  const name = element("h2", "", kindName(kind) + " ", element("span", "count", String(found.length)));
  const made = element("details", "hit-group", element("summary", "", name));
  made.addEventListener("toggle", async () => {
    const parts = await someOf(found, what).catch(() => []);
    made.append(...parts);
    explain(what, made);
  }, { once: true });
  return made;
};

/**
 * The best of all kinds first, then kind by kind, then the other language.
 * @param {Found[]} own @param {Found[]} other @param {Sought} what
 */
const drawn = async (own, other, what) => {
  /** @type {Map<string, Found[]>} */
  const kinds = new Map();
  const single = Boolean(chosen().kind) || own.length <= BEST;
  for (const one of own.slice(single ? own.length : BEST)) {
    const kind = index.kindOf(one.unit);
    kinds.set(kind, [...(kinds.get(kind) || []), one]);
  }
  const parts = [];
  if (own.length) {
    const best = await someOf(single ? own : own.slice(0, BEST), what, SIDE, true, BEST);
    parts.push(group(say(single ? "results" : "best"), ...best));
  }
  for (const [kind, found] of kinds) parts.push(folded(kind, found, what));
  if (other.length) {
    const made = group(say("other"), ...(await someOf(other, what, 1 - SIDE, true, ELSEWHERE)));
    made.classList.add("elsewhere");
    parts.push(made);
  }
  return parts;
};

/** Words to try when nothing was found. @param {Query} query */
const close = async (query) => {
  const lines = await part("words").catch(() => []);
  const found = query.slots.filter((one) => one.sort === "word").flatMap((one) => nearest(one.text, lines, 3.9));
  const words = Array.from(new Set(found.map((one) => one.word))).slice(0, 6);
  HINTS.replaceChildren(...(words.length ? [offered(say("nearest"), words)] : []));
};

let turn = 0; // an answer that comes late is thrown away

/** @param {boolean} [again] the index on the server was a newer one */
const answer = async (again = false) => {
  const now = (turn += 1);
  const typed = FIELD.value;
  const asked = Boolean(typed.trim());
  LISTING.hidden = asked;
  FILTERS.hidden = !asked;
  if (!asked) {
    hint("");
    RESULTS.replaceChildren();
    STATUS.textContent = "";
    return;
  }
  if (!index) STATUS.textContent = say("wait");
  try {
    await opened(again);
    const query = await understood(typed);
    const { own, other } = ranked(query, SIDE);
    const [mine, theirs] = [filtered(own), filtered(other)];
    const what = sought(query);
    const parts = await drawn(mine, theirs, what);
    if (now !== turn) return;
    hint(typed);
    count(own.length ? own : other);
    RESULTS.replaceChildren(...parts);
    STATUS.textContent = told(mine.length, theirs.length, typed.trim(), own.length + other.length);
    document.documentElement.dataset.answered = typed;
    if (!own.length && !other.length) {
      LISTING.hidden = false;
      await close(query);
    }
    await explain(what, RESULTS);
    if (now === turn) document.documentElement.dataset.explained = typed;
  } catch (error) {
    // Files of the index that are gone belong to an older one: ask once for the newest.
    if (now !== turn) return;
    if (!again) return answer(true);
    RESULTS.replaceChildren();
    LISTING.hidden = false;
    STATUS.textContent = say("failed");
  }
};

/** @param {number} own @param {number} other @param {string} query @param {number} unfiltered */
const told = (own, other, query, unfiltered) => {
  const shown = query.length > 40 ? query.slice(0, 40) + "…" : query;
  if (own) return say("found", { n: own, query: shown }) + (other ? say("found_other", { n: other }) : "");
  if (other) return say("only_other", { n: other, query: shown });
  return say(unfiltered ? "none_left" : "none", { query: shown });
};

// The address, the keys

const address_ = () => {
  const places = new URLSearchParams(chosen());
  if (FIELD.value.trim()) places.set("q", FIELD.value.trim());
  const text = places.toString();
  return location.pathname + (text ? "?" + text : "");
};

const follow = () => {
  const places = new URLSearchParams(location.search);
  FIELD.value = (places.get("q") || "").slice(0, 500);
  for (const select of SELECTS) {
    const wanted = places.get(select.name) || "";
    select.value = Array.from(select.options).some((one) => one.value === wanted) ? wanted : "";
  }
  return answer();
};

let waiting = 0, composing = false;

const soon = () => {
  clearTimeout(waiting);
  if (composing) return;
  waiting = window.setTimeout(() => {
    history.replaceState(null, "", address_());
    answer();
  }, PAUSE);
};

const settled = () => {
  clearTimeout(waiting);
  remember(FIELD.value.trim());
  history.pushState(null, "", address_());
  return answer();
};

/** @param {number} step @param {Element | null} from */
const move = (step, from) => {
  const stops = [FIELD, .../** @type {NodeListOf<HTMLElement>} */ (RESULTS.querySelectorAll(".hit a"))];
  const place = stops.indexOf(/** @type {any} */ (from));
  const next = place < 0 ? null : stops[place + step];
  if (!next) return false;
  next.focus();
  return true;
};

FIELD.addEventListener("compositionstart", () => { composing = true; clearTimeout(waiting); });
FIELD.addEventListener("compositionend", () => { composing = false; soon(); });
FIELD.addEventListener("input", soon);
FORM.addEventListener("submit", (event) => { event.preventDefault(); if (!composing) settled(); });
for (const select of SELECTS) select.addEventListener("change", settled);
PLACE_OF_RESULTS.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const at = document.activeElement;
  if (at instanceof HTMLSelectElement) return;
  if (event.key === "ArrowDown" && move(1, at)) event.preventDefault();
  if (event.key === "ArrowUp" && move(-1, at)) event.preventDefault();
  if (event.key === "Escape" && at !== FIELD) { FIELD.focus(); event.preventDefault(); }
});
document.addEventListener("keydown", (event) => {
  const at = document.activeElement;
  const writes = at instanceof HTMLInputElement || at instanceof HTMLSelectElement;
  if (event.key !== "/" || writes || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  FIELD.focus();
});
PLACE_OF_RESULTS.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link) return;
  if (link.closest(".hit")) remember(FIELD.value.trim());
  const query = link.dataset.query;
  if (query === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  FIELD.value = query;
  FIELD.focus();
  settled();
});
window.addEventListener("popstate", follow);
// Who comes here will ask: what every query needs is on its way while the query is typed.
opened().then(() => hint(FIELD.value)).catch(() => {});
follow();
