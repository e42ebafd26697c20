/** What of a text answers the query: where it stands, and the piece of text around it. */

/**
 * @typedef {{pairs: Map<string, number>, stems: Map<string, number>, begins: Map<string, number>}} Sought
 * @param {Query} query
 * @returns {Sought}
 */
const sought = (query) => {
  /** @type {Sought} */
  const made = { pairs: new Map(), stems: new Map(), begins: new Map() };
  for (const one of query.slots) {
    const worth = rarity(one.choices[0].token) * one.weight || 1;
    if (one.sort === "char") made.pairs.set(one.text, worth);
    else if (one.sort === "pair" && one.weight > 0.5) made.pairs.set(one.text, worth);
    else if (one.sort === "word" || one.sort === "number") {
      for (const { token } of one.choices) made.stems.set(token, worth);
      if (one.text.length > 2 && !held(one)) made.begins.set(one.text, worth);
    }
  }
  for (const name of query.named) {
    if (index.concepts[name.number].near) continue;
    const concept = index.concepts[name.number], worth = rarity("#" + name.number) * 2;
    for (const word of concept.zh) made.pairs.set(word, Math.max(worth, made.pairs.get(word) || 0));
    for (const word of concept.en) made.pairs.set(word, Math.max(worth, made.pairs.get(word) || 0));
  }
  return made;
};

/**
 * @typedef {{from: number, to: number, key: string, worth: number}} Span
 * @param {string} text
 * @param {Sought} what
 * @returns {Span[]} in order, none inside another
 */
const spans = (text, what) => {
  const low = text.toLowerCase();
  /** @type {Span[]} */
  const found = [];
  if (low.length === text.length) {
    for (const [key, worth] of what.pairs) {
      for (let at = low.indexOf(key); at >= 0; at = low.indexOf(key, at + key.length)) {
        const inWord = /[a-z]/.test(key) && /[a-z]/.test(low[at - 1] || "");
        if (!inWord) found.push({ from: at, to: at + key.length, key, worth });
      }
    }
  }
  if (what.stems.size) {
    for (const word of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’']*/gu)) {
      const bare = normal(word[0]), key = stem(bare), from = word.index || 0;
      let worth = what.stems.get(key);
      for (const [begin, own] of what.begins) if (!worth && bare.startsWith(begin)) worth = own;
      if (worth && !HAN.test(bare)) found.push({ from, to: from + word[0].length, key, worth });
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  /** @type {Span[]} */
  const made = [];
  for (const one of found) {
    const last = made[made.length - 1];
    if (!last || one.from >= last.to) made.push({ ...one });
    else if (one.to > last.to) { last.to = one.to; last.key += one.key; last.worth += one.worth; }
  }
  return made;
};

/** Worth of the different things found. @param {Span[]} found */
const worth = (found) => {
  const seen = new Map(found.map((one) => [one.key, one.worth]));
  return Array.from(seen.values()).reduce((sum, one) => sum + one, 0);
};

/**
 * The stretch of a text that holds most of what is sought.
 * @param {string} text @param {Span[]} found @param {number} room
 * @returns {{from: number, to: number}}
 */
const window_ = (text, found, room) => {
  if (text.length <= room) return { from: 0, to: text.length };
  let best = 0, start = 0;
  for (const first of found) {
    const inside = found.filter((one) => one.from >= first.from && one.to <= first.from + room * 0.8);
    const value = worth(inside);
    if (value > best) { best = value; start = first.from; }
  }
  let from = Math.max(0, start - Math.floor(room * 0.2));
  const stop = text.slice(from, start).search(/[。！？；\n]|[.!?] /);
  if (stop >= 0) from += stop + 1;
  else if (from && /[a-z]/i.test(text[from - 1])) from += Math.max(0, text.slice(from, start).search(/\s/));
  return { from, to: Math.min(text.length, from + room) };
};
