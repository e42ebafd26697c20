/** How the lists of hits are written: see shards.py, which is the other half of this file. */

const SIGNS = Array.from({ length: 94 }, (_, code) => String.fromCharCode(33 + code))
  .filter((sign) => sign !== '"' && sign !== "\\");
/** Sign -> its place: 15 levels, 44 final digits, the rest continuing digits. */
const PLACE = new Int16Array(128).fill(-1);
SIGNS.forEach((sign, place) => { PLACE[sign.charCodeAt(0)] = place; });
const BOUND = 3;
const LEVELS = 15, FINALS = 44, MORES = SIGNS.length - LEVELS - FINALS;
const STRENGTH = Array.from({ length: LEVELS + 1 }, (_, level) => 2 ** (level / 4) - 1);

/**
 * A number written in digits, from a place on.
 * @param {string} text
 * @param {number} at
 * @returns {[number, number]} the number, and the place after it
 */
const number = (text, at) => {
  let value = 0, unit = 1;
  for (; at < text.length; at += 1) {
    const place = PLACE[text.charCodeAt(at)] - LEVELS;
    if (place < FINALS) return [value + unit * place, at + 1];
    value += unit * place;
    unit *= MORES;
  }
  return [value, at];
};

/**
 * @typedef {{documents: Int32Array, levels: Uint8Array, of: number, binding: number}} Hits
 *   binding: how surely a pair of characters is one word, from 0 to 1
 * @param {string} text
 * @returns {Hits}
 */
const decoded = (text) => {
  const documents = [], levels = [];
  let level = 0, last = 0, at = 0, of = 0, binding = BOUND;
  while (at < text.length) {
    const place = PLACE[text.charCodeAt(at)];
    if (place < 0) {
      [of] = number(text, at + 1);
      break;
    }
    if (place < LEVELS) {
      level = place + 1;
      last = 0;
      at += 1;
      continue;
    }
    const [step, next] = number(text, at);
    at = next;
    if (!level) {
      binding = step;
      continue;
    }
    last += step;
    documents.push(last);
    levels.push(level);
  }
  return {
    documents: Int32Array.from(documents), levels: Uint8Array.from(levels), of: of || documents.length,
    binding: binding / BOUND,
  };
};

/**
 * The token lists that were fetched, line by line. @type {Map<string, Map<string, string|Hits>>}
 */
const lists = new Map();

/** @param {string} name @returns {Promise<Map<string, string|Hits>>} */
const list = async (name) => {
  const known = lists.get(name);
  if (known) return known;
  const lines = (await part(name)).split("\n");
  const made = new Map(lines.map((/** @type {string} */ line) => {
    const gap = line.indexOf(" ");
    return [line.slice(0, gap), line.slice(gap + 1)];
  }));
  lists.set(name, made);
  return made;
};

/** Which part of the token list holds a token. @param {string} token @returns {number} */
const whereIs = (token) => {
  let low = 0, high = index.firsts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (index.firsts[middle] <= token) low = middle; else high = middle;
  }
  return low;
};

/** The hits of a token whose part has come. @param {string} token @returns {Hits | null} */
const hits = (token) => {
  const held = lists.get("s" + whereIs(token));
  const found = held && held.get(token);
  if (!held || found === undefined) return null;
  if (typeof found !== "string") return found;
  const made = decoded(found);
  held.set(token, made);
  return made;
};
