/** What a reader may ask next: what was asked before, kept in this browser alone, and names near to what was typed. */

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
