/** Results as elements of the page. Everything is set as text; nothing is ever parsed as HTML. */

/**
 * @param {string} name
 * @param {string} [kind] its class
 * @param {(Node | string)[]} children
 */
const element = (name, kind = "", ...children) => {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...children);
  return made;
};

/** @param {string} key @param {Record<string, string | number>} [places] @returns {string} */
const say = (key, places = {}) =>
  (WORDS[key] || "").replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => String(places[name] ?? ""));

/** Text with what was sought marked. @param {string} text @param {Span[]} found */
const marked = (text, found, from = 0, to = text.length) => {
  const made = document.createDocumentFragment();
  let at = from;
  if (from > 0) made.append("…");
  for (const one of found) {
    if (one.from < at || one.to > to) continue;
    made.append(text.slice(at, one.from), element("mark", "", text.slice(one.from, one.to)));
    at = one.to;
  }
  made.append(text.slice(at, to));
  if (to < text.length) made.append("…");
  return made;
};

/** @param {number} unit @param {string} name @param {number} side */
const address = (unit, name, side) => {
  const kind = index.kindOf(unit);
  return ROOT + (side ? "en/" : "") + (kind === "prose" ? name : kind + "/" + name) + index.suffix;
};

/**
 * @typedef {[string, string?, string?, ...string[]]} Card name, title, summary, other names
 * @param {number} unit
 * @param {number} side
 * @returns {Promise<Card>}
 */
const card = async (unit, side) => {
  const chunk = Math.floor(unit / index.chunk);
  return (await part("c" + (side ? "en" : "zh") + chunk))[unit % index.chunk];
};

/**
 * One result. What matched outside title and summary is added once it has come.
 * @param {Found} found @param {Card} shown @param {Sought} what @param {number} side
 * @param {boolean} labelled whether its kind is said
 */
const result = (found, shown, what, side, labelled) => {
  const [name, title = "", summary = "", ...also] = shown;
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", marked(title, spans(title, what))));
  link.href = address(found.unit, name, side);
  const made = element("li", "hit");
  if (side !== SIDE) made.lang = side ? "en" : "zh-Hans";
  const heading = element("h3", "", link);
  if (labelled) heading.append(" ", element("span", "chip", kindName(index.kindOf(found.unit))));
  made.append(heading);
  if (summary) made.append(element("p", "hit-summary", marked(summary, spans(summary, what))));
  const inHead = worth([...spans(title, what), ...spans(summary, what)]);
  const names = also.map((text) => ({ text, found: spans(text, what) })).filter((one) => one.found.length);
  names.sort((a, b) => worth(b.found) - worth(a.found));
  if (names.length && worth(names[0].found) > inHead) {
    made.append(field(say("also"), names[0].text, names[0].found));
  } else if (inHead < 0.7 * wanted(what)) {
    made.dataset.document = String(found.unit * 2 + side);
  }
  return made;
};

/** The worth of everything that is sought, names of one concept counted once. @param {Sought} what */
const wanted = (what) => Math.max(...what.pairs.values(), ...what.stems.values(), 0) * 1.2;

/** @param {string} name @param {string} text @param {Span[]} found */
const field = (name, text, found) => {
  const { from, to } = window_(text, found, SIDE ? 150 : 70);
  return element("p", "hit-field", element("span", "hit-label", name), " ", marked(text, found, from, to));
};

/**
 * The field of a document that answers best, shown under its result.
 * @param {HTMLElement} made @param {Sought} what
 */
const explained = async (made, what) => {
  const document_ = made.dataset.document;
  if (!document_) return;
  delete made.dataset.document;
  const fields = await part("t" + document_).catch(() => []);
  let best = null;
  for (const [name, text] of fields) {
    const found = spans(text, what), value = worth(found);
    if (value && (!best || value > best.value)) best = { name, text, found, value };
  }
  if (best) made.append(field(best.name || say("text"), best.text, best.found));
};

/** @param {string} kind */
const kindName = (kind) => WORDS["kind." + kind] || kind;
