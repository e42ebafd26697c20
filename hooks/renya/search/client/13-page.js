/** The course of an answer, the address and the keys. */

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
