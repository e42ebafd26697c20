/**
 * The page of the search: a form whose query stands in the address, filters, results.
 * Without this script the page is a listing of everything; nothing leaves the browser.
 */

const PLACE_OF_RESULTS = /** @type {HTMLElement} */ (document.getElementById("search"));
const FORM = /** @type {HTMLFormElement} */ (PLACE_OF_RESULTS.querySelector("form"));
const FIELD = /** @type {HTMLInputElement} */ (FORM.querySelector("input[type=search]"));
const STATUS = /** @type {HTMLElement} */ (PLACE_OF_RESULTS.querySelector("[role=status]"));
const RESULTS = /** @type {HTMLElement} */ (PLACE_OF_RESULTS.querySelector(".results"));
const HINTS = /** @type {HTMLElement} */ (PLACE_OF_RESULTS.querySelector(".search-hints"));
const LISTING = /** @type {HTMLElement} */ (PLACE_OF_RESULTS.querySelector(".search-listing"));
const FILTERS = /** @type {HTMLElement} */ (FORM.querySelector(".filters"));
/** @type {HTMLSelectElement[]} */
const SELECTS = Array.from(FORM.querySelectorAll("select"));
/** @type {Record<string, string>} */
const WORDS = JSON.parse(PLACE_OF_RESULTS.dataset.words || "{}");
const SIDE = PLACE_OF_RESULTS.dataset.lang === "en" ? 1 : 0;

const PAUSE = 180; // ms after the last key
const BEST = 8; // results before the groups
const IN_GROUP = 8; // of a kind, before one asks for more
const ELSEWHERE = 3; // of the other language, likewise
const RECENT = "renya-searches", REMEMBERED = 6;
