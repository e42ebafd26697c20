/** The results on the page: the best, the kinds folded, the other language. */

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
