/**
 * The files of the index, asked for once each as scripts, so that no server is needed.
 * Every file calls `renya(place, value)`. A file that does not come is a rejected promise,
 * and is asked for again the next time.
 */

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const FOLDER = new URL("./", script.src).href;
const ROOT = new URL("../", script.src).href;
const PATIENCE = 20000;

/** @type {Map<string, any>} */
const arrived = new Map();
/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/** @type {any} */ (window).renya = (/** @type {string} */ place, /** @type {any} */ value) => {
  arrived.set(place, value);
};

/**
 * @param {string} place the name of a file, without its ending
 * @param {string} [folder] below that of the search
 * @param {string} [fresh] makes the address new to every cache
 * @returns {Promise<any>}
 */
const fetched = (place, folder = "", fresh = "") => {
  if (arrived.has(place) && !fresh) return Promise.resolve(arrived.get(place));
  const known = asked.get(place);
  if (known && !fresh) return known;
  const promise = new Promise((resolve, reject) => {
    const element = document.createElement("script");
    const late = setTimeout(() => done(new Error("late")), PATIENCE);
    const done = (/** @type {Error | null} */ error) => {
      clearTimeout(late);
      element.remove();
      if (!error && arrived.has(place)) return resolve(arrived.get(place));
      asked.delete(place);
      reject(error || new Error("empty"));
    };
    element.onload = () => done(null);
    element.onerror = () => done(new Error(place));
    element.src = FOLDER + folder + place + ".js" + fresh;
    document.head.append(element);
  });
  asked.set(place, promise);
  return promise;
};

/** What the manifest says, made ready for use; `null` until it is here. @type {any} */
let index = null;

/** @param {boolean} [again] past every cache: the index on the server may be a newer one */
const opened = async (again = false) => {
  if (index && !again) return index;
  if (again) arrived.delete("manifest");
  const made = await fetched("manifest", "", again ? "?" + Date.now() : "");
  if (made.format !== 2) throw new Error("format");
  if (!index || index.version !== made.version) {
    for (const place of arrived.keys()) if (place !== "manifest") arrived.delete(place);
    asked.clear();
    lists.clear();
    index = readied(made);
  }
  return index;
};

/** @param {string} name of a file of the open index */
const part = (name) => fetched(name, index.version + "/");
