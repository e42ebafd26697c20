/**
 * A query cut into slots, as tokens.py cuts texts into tokens. A slot is one thing that was
 * asked for: a pair of characters, a character, a word or a number, with its place in the text.
 */

const HAN = /[\u3007\u3400-\u9fff\u{20000}-\u{3ffff}]/u;
const RUNS = /[\u3007\u3400-\u9fff\u{20000}-\u{3ffff}]+|(?:(?![\u3007\u3400-\u9fff\u{20000}-\u{3ffff}])[\p{L}\p{N}’])+/gu;
const COMPOUND = /[\p{L}\p{N}]+(?:[-–./]+[\p{L}\p{N}]+){1,9}|[a-z]+[0-9][a-z0-9]*/gu;
const NUMBERED = /((?:19|20)[0-9]{2})(?:年|[^\p{L}\p{N}_]){0,3}第?\s?0{0,3}([0-9]{1,4})(?![0-9])/gu;
const TOGETHER = /^((?:19|20)[0-9]{2})0{0,2}([1-9][0-9]{0,2})$/;
const LONGEST = 240;

/** @param {string} text */
const normal = (text) => {
  let made = text.normalize("NFKC").toLowerCase().replace(/'/g, "’");
  if (/[\u00c0-\u024f\u1e00-\u1eff]/.test(made)) {
    made = made.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  return made;
};

/** @param {string} word @param {[string, string, number][][]} [endings] */
const stem = (word, endings = index.endings) => {
  let made = word.endsWith("’s") ? word.slice(0, -2) : word;
  if (made.length < 4 || !/^[\x00-\x7f]+$/.test(made) || /^[0-9]+$/.test(made)) return made;
  for (const step of endings) {
    for (const [ending, instead, least] of step) {
      if (made.endsWith(ending) && made.length - ending.length >= least) {
        made = made.slice(0, made.length - ending.length) + instead;
        break;
      }
    }
  }
  return made;
};

/**
 * @typedef {{token: string, factor: number}} Choice
 * @typedef {{text: string, from: number, to: number, sort: "pair"|"char"|"word"|"number"|"sound",
 *   weight: number, choices: Choice[]}} Slot
 */

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Slot["sort"]} sort
 * @param {string} token
 * @param {number} [weight]
 * @returns {Slot}
 */
const slot = (text, from, to, sort, token, weight = 1) =>
  ({ text, from, to, sort, weight, choices: [{ token, factor: 1 }] });

/** What was typed, in one form and no longer than a question. @param {string} typed */
const cleaned = (typed) => {
  // A broken half of a character would make `normalize` and the rest disagree on lengths.
  const whole = Array.from(typed.slice(0, LONGEST * 2)).filter((char) => !/[\ud800-\udfff]/u.test(char));
  return normal(whole.slice(0, LONGEST).join("")).slice(0, LONGEST * 2);
};

/** @param {string} text cleaned @returns {Slot[]} */
const slots = (text) => {
  let bare = text;
  for (const phrase of index.asking) bare = bare.split(phrase).join(" ".repeat(phrase.length));
  if (!bare.trim()) bare = text;
  const made = [];
  for (const run of bare.matchAll(RUNS)) {
    const from = /** @type {number} */ (run.index);
    if (HAN.test(run[0])) made.push(...pairs(run[0], from));
    else made.push(...words(run[0], from));
  }
  for (const found of bare.matchAll(COMPOUND)) made.push(...compound(found[0], found.index || 0));
  for (const found of bare.matchAll(NUMBERED)) {
    const from = found.index || 0;
    const token = found[1] + "_" + found[2];
    made.push(slot(found[0], from, from + found[0].length, "number", token, 2));
  }
  const content = made.filter((one) => one.sort !== "word" || !index.stop.has(one.text));
  return unique(content.length ? content : made).slice(0, 60);
};

/** @param {string} run @param {number} from */
const pairs = (run, from) => {
  const chars = Array.from(run);
  if (chars.length === 1) return [slot(run, from, from + run.length, "char", "~" + run)];
  const made = [];
  let at = from;
  for (let place = 0; place + 1 < chars.length; place += 1) {
    const pair = chars[place] + chars[place + 1];
    made.push(slot(pair, at, at + pair.length, "pair", pair));
    at += chars[place].length;
  }
  return made;
};

/** @param {string} run @param {number} from */
const words = (run, from) => {
  const word = run.replace(/^’+|’+$/g, "");
  if (!word) return [];
  const made = [slot(word, from, from + run.length, "word", stem(word))];
  const joined = TOGETHER.exec(word);
  if (joined) made.push(slot(word, from, from + run.length, "number", joined[1] + "_" + joined[2], 2));
  return made;
};

/** @param {string} text @param {number} from */
const compound = (text, from) => {
  const pieces = text.match(/[0-9]+|[^\p{N}\p{P}\p{S}\s]+/gu) || [];
  if (pieces.length < 2) return [];
  const made = [slot(text, from, from + text.length, "number", pieces.join(""), 1.5)];
  if (pieces.some((piece) => /^[0-9]+$/.test(piece))) {
    for (const piece of pieces) made.push(slot(piece, from, from + text.length, "word", stem(piece)));
  }
  return made;
};

/** @param {Slot[]} made @returns {Slot[]} */
const unique = (made) => {
  const seen = new Set();
  return made.filter((one) => {
    const token = one.choices[0].token;
    if (seen.has(token)) return false;
    seen.add(token);
    return true;
  });
};
