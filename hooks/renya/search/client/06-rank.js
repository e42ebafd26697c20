/**
 * Which units answer a query, best first. A unit's strength is the sum over the slots of the
 * best choice for each; one that answers more of the query comes before one that answers a
 * part of it loudly. The other language's text of the same record helps at a discount.
 */

const ACROSS = 0.6;
const FAINT = 0.04, PARTIAL = 0.4, MOST = 200; // which results are shown
const WHOLE = 1.5;
const SOURCES = 0.4; // references stand behind what was written for readers
const BEYOND = 0.5; // pinyin, where every word is an English one too

/**
 * @typedef {{unit: number, score: number, share: number}} Found share: of the query answered
 * @param {Query} query
 * @param {number} side 0 for Chinese, 1 for English
 * @returns {{own: Found[], other: Found[]}}
 */
const ranked = (query, side) => {
  const english = query.slots.length > 0 && query.slots.every((one) => one.sort === "word" && held(one));
  const plain = scored(query, query.slots, side, ACROSS, true);
  if (query.sounding.length) {
    const factor = english && side === 1 ? BEYOND : SOUND;
    scored(query, query.sounding, side, ACROSS, true).forEach((one, unit) => {
      const score = one.score * factor, known = plain.get(unit);
      if (!known || known.score < score) plain.set(unit, { ...one, score });
    });
  }
  return { own: sorted(plain), other: sorted(scored(query, query.slots, 1 - side, 0, false)) };
};

/**
 * Best first. What shares a stray pair of characters with the query is no answer to it.
 * @param {Map<number, Found>} found @returns {Found[]}
 */
const sorted = (found) => {
  const made = Array.from(found.values()).sort((a, b) => b.score - a.score || a.unit - b.unit);
  if (!made.length) return made;
  const share = made.slice(0, 20).reduce((most, one) => Math.max(most, one.share), 0);
  const least = made[0].score * FAINT;
  return made.filter((one) => one.score >= least && one.share >= share * PARTIAL).slice(0, MOST);
};

/**
 * @param {Query} query
 * @param {Slot[]} due
 * @param {number} side
 * @param {number} across what the text of the other language counts
 * @param {boolean} meant whether concepts count
 * @returns {Map<number, Found>}
 */
const scored = (query, due, side, across, meant) => {
  const sum = new Float32Array(index.units), covered = new Float32Array(index.units);
  const best = new Float32Array(index.units);
  let all = 0;
  for (const one of due) {
    /** @type {number[]} */
    const touched = [];
    let worth = 0;
    for (const [token, factor, rarity] of choices(query, one, meant)) {
      const found = hits(token);
      if (!found) continue;
      worth = Math.max(worth, rarity);
      for (let place = 0; place < found.documents.length; place += 1) {
        const document = found.documents[place], unit = document >> 1;
        const here = token[0] === "#" || token[0] === "^" || (document & 1) === side;
        if (!here && !across) continue;
        const value = STRENGTH[found.levels[place]] * factor * rarity * (here ? 1 : across);
        if (!best[unit]) touched.push(unit);
        if (value > best[unit]) best[unit] = value;
      }
    }
    worth *= one.weight;
    all += worth;
    for (const unit of touched) {
      sum[unit] += best[unit] * one.weight;
      covered[unit] += worth;
      best[unit] = 0;
    }
  }
  const made = new Map();
  for (let unit = 0; unit < index.units; unit += 1) {
    if (!sum[unit]) continue;
    const share = all ? covered[unit] / all : 0;
    const prior = index.kindOf(unit) === "references" ? SOURCES : 1;
    made.set(unit, { unit, score: sum[unit] * share ** WHOLE * prior, share });
  }
  return made;
};

/** How much a token tells, by how few hold it. @param {string} token */
const rarity = (token) => {
  const found = hits(token);
  return found ? Math.log(1 + index.units / found.of) : 0;
};

/**
 * (token, factor, rarity) of everything that may fill a slot.
 * @param {Query} query @param {Slot} one @param {boolean} meant
 * @returns {[string, number, number][]}
 */
const choices = (query, one, meant) => {
  const own = rarity(one.choices[0].token);
  /** @type {[string, number, number][]} */
  const made = one.choices.map(({ token, factor }) => [token, factor, Math.min(own || Infinity, rarity(token))]);
  if (!meant) return made;
  for (const name of query.named) {
    if (name.from > one.from || one.to > name.to) continue;
    const token = "#" + name.number, told = rarity(token);
    made.push([token, index.concepts[name.number].near ? NEAR : CONCEPT, own ? Math.min(own, told) : told]);
  }
  return made;
};
