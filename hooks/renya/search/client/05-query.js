/**
 * What else a slot may mean: concepts of the glossary, beginnings of words, words spelt wrong,
 * sounds, traditional characters. Each is another choice for the slot, worth a little less.
 */

const CONCEPT = 0.8, NEAR = 0.4, BEGINNING = 0.55, MISSPELT = 0.6, SOUND = 0.85, HOMOPHONE = 0.5;
const LOOSE = 0.4; // weight of a pair that never is a word
const FEW = 12;

/**
 * @typedef {{number: number, from: number, to: number}} Named a concept named in the query
 * @typedef {{text: string, slots: Slot[], named: Named[], sounding: Slot[]}} Query
 *   sounding: the same query read as pinyin; empty when it cannot be
 */

/** Fetch the parts of the token list that hold these tokens. @param {Iterable<string>} tokens */
const listed = async (tokens) => {
  const names = new Set();
  for (const token of tokens) names.add("s" + whereIs(token));
  await Promise.all(Array.from(names, list));
};

/** @param {Slot[]} made @returns {string[]} */
const tokensOf = (made) => made.flatMap((one) => one.choices.map((choice) => choice.token));

/** How many documents hold the slot's own token. @param {Slot} one */
const held = (one) => { const found = hits(one.choices[0].token); return found ? found.of : 0; };

/** A pair across two words counts little. @param {Slot} one */
const wordlike = (one) => {
  const found = hits(one.choices[0].token);
  return found ? LOOSE + (1 - LOOSE) * found.binding : 1;
};

/** @param {string} typed @returns {Promise<Query>} */
const understood = async (typed) => {
  let text = cleaned(typed);
  let made = slots(text);
  let named = concepts(text, made);
  const latin = /[a-z]/.test(text);
  const [sounds] = await Promise.all([
    latin && syllables(text) ? part("sounds").catch(() => null) : null,
    listed([...tokensOf(made), ...named.map((one) => "#" + one.number), ...beginnings(made)]),
  ]);
  // A pair that stands nowhere may be written in traditional characters.
  if (made.some((one) => HAN.test(one.text) && !held(one))) {
    const simple = simplified(text, await part("traditional").catch(() => ["", ""]));
    if (simple !== text) {
      text = simple;
      made = slots(text);
      named = concepts(text, made);
      await listed([...tokensOf(made), ...named.map((one) => "#" + one.number)]);
    }
  }
  if (made.length > 1) for (const one of made) if (one.sort === "pair") one.weight = wordlike(one);
  const sounding = sounds ? await read(text, sounds, named) : [];
  if (!sounding.some(held)) await respelt(made);
  for (const one of made) begun(one);
  await homophones(made, named);
  return { text, slots: made, named, sounding };
};

/** @param {string} text @param {[string, string]} pairs */
const simplified = (text, [old, simple]) => {
  const from = Array.from(old), to = Array.from(simple);
  return Array.from(text, (char) => {
    const place = from.indexOf(char);
    return place < 0 ? char : to[place];
  }).join("");
};

/**
 * Concepts whose name stands in the query; of names inside one another the longest.
 * @param {string} text @param {Slot[]} made @returns {Named[]}
 */
const concepts = (text, made) => {
  /** @type {Named[]} */
  const found = [];
  const stems = made.filter((one) => one.sort === "word").sort((a, b) => a.from - b.from);
  index.concepts.forEach((/** @type {any} */ concept, /** @type {number} */ number) => {
    for (const name of concept.zh) {
      const from = text.indexOf(name);
      if (from >= 0) found.push({ number, from, to: from + name.length });
    }
    for (const name of concept.stems) {
      const at = stems.findIndex((_, place) =>
        name.every((/** @type {string} */ token, /** @type {number} */ step) =>
          stems[place + step] && stems[place + step].choices[0].token === token));
      if (at >= 0) found.push({ number, from: stems[at].from, to: stems[at + name.length - 1].to });
    }
  });
  const length = (/** @type {Named} */ one) => one.to - one.from;
  return found.filter((one) => !found.some((other) =>
    other.from <= one.from && other.to >= one.to && length(other) > length(one)));
};

/** First tokens of the parts in which words that begin so may stand. @param {Slot[]} made */
const beginnings = (made) => made.flatMap((one) => {
  if (one.sort !== "word" || one.text.length < 3) return [];
  const first = whereIs(one.text), last = whereIs(one.text + "\uffff");
  const places = Array.from({ length: Math.min(last - first, 2) + 1 }, (_, step) => first + step);
  return places.map((place) => index.firsts[place]);
});

/** Longer words that begin as the slot does, when it is no word itself. @param {Slot} one */
const begun = (one) => {
  if (one.sort !== "word" || one.text.length < 3 || (held(one) && one.text.length > 4)) return;
  const found = [];
  for (const first of beginnings([one])) {
    const lines = lists.get("s" + whereIs(first));
    for (const token of lines ? lines.keys() : []) {
      const near = token.length > 3 && token.length >= one.text.length - 3 && one.text.startsWith(token);
      if ((token.startsWith(one.text) || near) && token !== one.choices[0].token) found.push(token);
    }
  }
  const of = (/** @type {string} */ token) => { const all = hits(token); return all ? all.of : 0; };
  found.sort((a, b) => of(b) - of(a) || (a < b ? -1 : 1));
  const factor = held(one) ? BEGINNING / 2 : BEGINNING;
  for (const token of found.slice(0, FEW)) one.choices.push({ token, factor });
};

// Words spelt wrong

/** @param {Slot[]} made */
const respelt = async (made) => {
  const unknown = made.filter((one) => one.sort === "word" && one.text.length > 3 &&
    /^[a-z]+$/.test(one.text) && !held(one) && !opens(one));
  if (!unknown.length) return;
  const lines = await part("words").catch(() => []);
  for (const one of unknown) {
    const found = nearest(one.text, lines);
    for (const { word, far } of found) {
      one.choices.push({ token: stem(word), factor: MISSPELT / (far < 1.5 ? 1 : 1.5) });
    }
  }
  await listed(tokensOf(unknown));
};

/** Whether some longer word begins so. @param {Slot} one */
const opens = (one) => beginnings([one]).some((first) => {
  const lines = lists.get("s" + whereIs(first));
  return Boolean(lines) && Array.from(/** @type {any} */ (lines).keys()).some((token) =>
    /** @type {string} */ (token).startsWith(one.text));
});

/**
 * Words that are a slip or two away, the nearest and most frequent first.
 * @param {string} word @param {string[]} lines @param {number} [limit] @returns {{word: string, far: number}[]}
 */
const nearest = (word, lines, limit) => {
  const most = limit ?? (word.length < 5 ? 1 : word.length < 8 ? 1.9 : 2.9);
  /** @type {{word: string, far: number}[]} */
  const found = [];
  lines.forEach((line, rare) => {
    for (const other of line.split(" ")) {
      if (Math.abs(other.length - word.length) > most) continue;
      const far = distance(word, other, most) + rare * 0.2 + (other[0] === word[0] ? 0 : 0.5);
      if (far <= most + 0.4) found.push({ word: other, far });
    }
  });
  found.sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1));
  return found.filter((one) => one.far < found[0].far + 0.9).slice(0, 5);
};

/** Slips between two words: a letter more, less, other, or two changed over. */
const distance = (/** @type {string} */ a, /** @type {string} */ b, /** @type {number} */ most) => {
  let before = /** @type {number[]} */ ([]);
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[b.length];
};

// Sounds

const SYLLABLE = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|[aeo]ng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|[aeo]n|in|un|vn|i[aeu]|u[aoie]|ve|er|[aeiouv])$/;

/** Whether all words might be pinyin, before any list is fetched. @param {string} text */
const syllables = (text) => {
  const found = text.match(/[a-z]+/g) || [];
  return found.join("").length > 3 && found.every((word) => cutUp(word, (part) => SYLLABLE.test(part)));
};

/**
 * A word cut into as few syllables as will do, or null.
 * @param {string} word @param {(part: string) => boolean} known @returns {string[] | null}
 */
const cutUp = (word, known) => {
  if (word.length > 60) return null;
  /** @type {(string[] | null)[]} */
  const best = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 6); start < end; start += 1) {
      const before = best[start], now = best[end];
      if (before && (!now || before.length + 1 < now.length) && known(word.slice(start, end))) {
        best[end] = [...before, word.slice(start, end)];
      }
    }
  }
  return best[word.length];
};

/**
 * The query as pinyin: a slot for each two syllables, and the concepts that sound so.
 * @param {string} text @param {Record<string, string>} sounds @param {Named[]} named
 * @returns {Promise<Slot[]>}
 */
const read = async (text, sounds, named) => {
  const said = [];
  for (const word of text.match(/[a-z]+/g) || []) {
    const cut = cutUp(word, (part) => Object.hasOwn(sounds, part));
    if (!cut) return [];
    said.push(...cut);
  }
  if (said.length < 2) return [];
  const made = said.slice(1).map((two, place) =>
    slot(said[place] + two, place, place + 2, "sound", "^" + said[place] + two));
  const whole = " " + said.join(" ") + " ";
  index.concepts.forEach((/** @type {any} */ concept, /** @type {number} */ number) => {
    for (const name of concept.zh) {
      const at = whole.indexOf(" " + spoken(name, sounds).join(" ") + " ");
      if (at < 0) continue;
      const from = at ? whole.slice(0, at).trim().split(" ").length : 0;
      named.push({ number, from: SAID + from, to: SAID + from + Array.from(name).length });
    }
  });
  for (const one of made) { one.from += SAID; one.to += SAID; }
  await listed([...tokensOf(made), ...named.map((one) => "#" + one.number)]);
  return made;
};

// Places of syllables lie beyond those of letters, so that neither covers the other.
const SAID = 100000;

/** @type {WeakMap<object, Map<string, string>>} */
const inverse = new WeakMap();

/** @param {string} name @param {Record<string, string>} sounds @returns {string[]} */
const spoken = (name, sounds) => {
  let of = inverse.get(sounds);
  if (!of) {
    of = new Map();
    for (const [said, chars] of Object.entries(sounds)) {
      for (const char of chars) if (!of.has(char)) of.set(char, said);
    }
    inverse.set(sounds, of);
  }
  return Array.from(name, (char) => /** @type {Map<string, string>} */ (of).get(char) || char);
};

/** Characters that sound right and are written wrong. @param {Slot[]} made @param {Named[]} named */
const homophones = async (made, named) => {
  const wrong = made.filter((one) => one.sort === "pair" && one.weight === 1 && !held(one) &&
    !named.some((name) => name.from <= one.from && one.to <= name.to));
  if (!wrong.length) return;
  const sounds = await part("sounds").catch(() => null);
  if (!sounds) return;
  for (const one of wrong) {
    one.choices.push({ token: "^" + spoken(one.text, sounds).join(""), factor: HOMOPHONE });
  }
  await listed(tokensOf(wrong));
};
