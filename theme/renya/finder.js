// The finder of interventions: filters what the page lists, counts before the click, sorts by fit and
// says why. The choice stands in the address. Nothing is kept and nothing is sent.
"use strict";
(() => {
  const root = document.querySelector("#finder");
  const form = root.querySelector("form");
  const list = root.querySelector(".found");
  const status = root.querySelector("[role=status]");
  const nearest = root.querySelector(".nearest");
  const words = JSON.parse(root.dataset.words);
  const items = [...list.children];
  const facets = [...form.querySelectorAll("select")];
  for (const facet of facets) {
    for (const option of facet.options) option.dataset.label = option.textContent;
  }

  const values = (item, name) => (item.dataset[name] || "").split(" ").filter(Boolean);
  // A fact that an intervention does not name fits everybody.
  const fits = (item, name, value) => {
    const own = values(item, name);
    return own.length === 0 || own.includes(value);
  };
  const fitting = (chosen) =>
    items.filter((item) => Object.entries(chosen).every(([name, value]) => fits(item, name, value)));
  const choice = () =>
    Object.fromEntries(facets.filter((one) => one.value).map((one) => [one.name, one.value]));
  const label = (facet) => facet.selectedOptions[0].dataset.label;

  // What is made for few fits better than what is made for all; who leads, better than who helps.
  const score = (item, chosen) => {
    let sum = 0;
    for (const [name, value] of Object.entries(chosen)) {
      const own = values(item, name);
      if (own.length) sum += 1 / own.length;
      if (name === "role" && values(item, "lead").includes(value)) sum += 1;
    }
    return sum;
  };
  const reasons = (item, chosen) => {
    const said = [];
    for (const facet of facets.filter((one) => chosen[one.name])) {
      const own = values(item, facet.name);
      if (facet.name === "role" && values(item, "lead").includes(facet.value)) {
        said.push(words.led.replace("{name}", label(facet)));
      } else if (own.length === 1) {
        said.push(words.only.replace("{name}", label(facet)));
      }
    }
    return said;
  };

  const count = (chosen) => {
    for (const facet of facets) {
      for (const option of facet.options) {
        if (!option.value) continue;
        const many = fitting({ ...chosen, [facet.name]: option.value }).length;
        option.textContent = `${option.dataset.label} (${many})`;
      }
    }
  };

  const offer = (chosen) => {
    const offers = facets
      .filter((one) => chosen[one.name])
      .map((one) => {
        const rest = { ...chosen };
        delete rest[one.name];
        return [one, fitting(rest).length];
      })
      .filter(([, many]) => many > 0)
      .sort((a, b) => b[1] - a[1]);
    nearest.replaceChildren(
      ...offers.map(([facet, many]) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = words.without.replace("{name}", label(facet)).replace("{n}", many);
        button.addEventListener("click", () => {
          facet.value = "";
          show();
          facet.focus();
        });
        return button;
      }),
    );
  };

  const show = () => {
    const chosen = choice();
    const found = fitting(chosen);
    found.sort((a, b) => score(b, chosen) - score(a, chosen) || items.indexOf(a) - items.indexOf(b));
    for (const item of found) {
      const why = item.querySelector(".why");
      const said = reasons(item, chosen);
      why.hidden = said.length === 0;
      why.textContent = words.why + words.colon + said.join(words.join);
    }
    list.replaceChildren(...found);
    count(chosen);
    status.textContent = (found.length ? words.found : words.none).replace("{n}", found.length);
    nearest.replaceChildren();
    if (!found.length) offer(chosen);
    try {
      const query = new URLSearchParams(chosen).toString();
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    } catch {
      // A folder without a server has no address to change.
    }
  };

  const asked = new URLSearchParams(location.search);
  for (const facet of facets) facet.value = asked.get(facet.name) || "";
  for (const facet of facets) if (facet.selectedIndex < 0) facet.value = "";
  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  show();
})();
