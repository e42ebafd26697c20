/** What the manifest says, made ready for use. */

/**
 * @typedef {{zh: string[], en: string[], zhShown: string, enShown: string, near: boolean, stems: string[][]}} Concept
 * @param {any} made as build.py writes it
 */
const readied = (made) => {
  /** @type {{kind: string, until: number}[]} */
  const kinds = [];
  let units = 0;
  for (const [kind, count] of made.kinds) kinds.push({ kind, until: (units += count) });
  const sets = made.facets.sets.map((/** @type {number[]} */ own) => own.map((one) => made.facets.ids[one]));
  /** @type {string[][]} */
  const facets = [];
  for (let at = 0; at < made.facets.of.length;) {
    const [place, next] = number(made.facets.of, at);
    facets.push(sets[place] || []);
    at = next;
  }
  const [asking, stop] = made.stop;
  const words = new Set(stop.split(" "));
  return {
    version: made.version,
    suffix: made.suffix,
    chunk: made.chunk,
    firsts: made.firsts.split(" "),
    endings: made.endings,
    asking: asking.split(" ").sort((/** @type {string} */ a, /** @type {string} */ b) => b.length - a.length),
    stop: words,
    units,
    kindOf: (/** @type {number} */ unit) => kinds.find((one) => unit < one.until)?.kind || "",
    facetsOf: (/** @type {number} */ unit) => facets[unit] || [],
    concepts: made.concepts.map((/** @type {[string, string, number]} */ [zh, en, near]) => concept(made, zh, en, near, words)),
  };
};

/**
 * @param {any} made @param {string} zh @param {string} en names, the locked one first
 * @param {number} near
 * @param {Set<string>} stop @returns {Concept}
 */
const concept = (made, zh, en, near, stop) => {
  const [zhNames, enNames] = [zh, en].map((names) => names.split("|").filter(Boolean));
  const stems = enNames.map((name) => (normal(name).match(RUNS) || [])
    .filter((word) => !stop.has(word)).map((word) => stem(word, made.endings)));
  return {
    zh: zhNames.map(normal), en: enNames.map(normal), zhShown: zhNames[0], enShown: enNames[0] || "",
    near: Boolean(near), stems: stems.filter((name) => name.length),
  };
};
