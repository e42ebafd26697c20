/** Kind, dilemma and role: which results are left, and how many each choice would leave. */

/** @returns {Record<string, string>} */
const chosen = () => Object.fromEntries(SELECTS.map((one) => [one.name, one.value]).filter(([, value]) => value));

/** @param {number} unit @param {string} name @param {string} value */
const fits = (unit, name, value) =>
  !value || (name === "kind" ? index.kindOf(unit) === value : index.facetsOf(unit).includes(value));

/** @param {Found[]} found */
const filtered = (found) => {
  const wanted = Object.entries(chosen());
  return found.filter((one) => wanted.every(([name, value]) => fits(one.unit, name, value)));
};

/** How many results each choice would leave, the other filters kept. @param {Found[]} found */
const count = (found) => {
  for (const select of SELECTS) {
    const others = Object.entries(chosen()).filter(([name]) => name !== select.name);
    const left = found.filter((one) => others.every(([name, value]) => fits(one.unit, name, value)));
    /** @type {Map<string, number>} */
    const numbers = new Map();
    for (const { unit } of left) {
      const held = select.name === "kind" ? [index.kindOf(unit)] : index.facetsOf(unit);
      for (const one of held) numbers.set(one, (numbers.get(one) || 0) + 1);
    }
    for (const option of Array.from(select.options)) {
      const number = numbers.get(option.value) || 0;
      option.dataset.name ||= option.textContent || "";
      const name = option.value ? option.dataset.name + " (" + number + ")" : option.dataset.name;
      if (option.textContent !== name) option.textContent = name;
      option.hidden = Boolean(option.value) && !number && option.value !== select.value;
    }
  }
};
