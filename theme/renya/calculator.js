// The worker's calculator: the sums of hooks/renya/change.py, in the browser. Keeps and sends nothing.
"use strict";
(() => {
  const root = document.querySelector("#calculator");
  const words = JSON.parse(root.dataset.words);
  const LEAST = 3;

  const said = (key, places = {}) =>
    Object.entries(places).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words[key]);

  const pairs = (first, second) =>
    first.flatMap((early) => second.map((late) => Math.sign(late - early)));
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

  const overlap = (first, second) => {
    const balance = sum(pairs(first, second));
    const trend = sum(first.flatMap((early, at) => pairs([early], first.slice(at + 1))));
    const count = first.length * second.length;
    const best = Math.max(...first);
    return {
      nap: (balance / count + 1) / 2,
      tau_u: (balance - trend) / count,
      pnd: second.filter((one) => one > best).length / second.length,
    };
  };

  const attained = (levels, weights) => {
    const squares = sum(weights.map((one) => one * one));
    const spread = 0.7 * squares + 0.3 * sum(weights) ** 2;
    return 50 + (10 * sum(levels.map((one, at) => one * weights[at]))) / Math.sqrt(spread);
  };

  const reliable = (before, after, sd, reliability) => {
    const error = Math.SQRT2 * sd * Math.sqrt(1 - reliability);
    return { error, ratio: (after - before) / error };
  };

  const numbers = (text) =>
    text
      .normalize("NFKC")
      .split(/[^-\d.]+/)
      .filter(Boolean)
      .map(Number);

  const paragraph = (text) => Object.assign(document.createElement("p"), { textContent: text });

  const sums = {
    overlap(form) {
      const turn = form.way.value === "higher" ? 1 : -1;
      const [first, second] = ["first", "second"].map((name) => numbers(form[name].value));
      if ([...first, ...second].some(Number.isNaN)) return [said("unusable")];
      if (first.length < LEAST || second.length < LEAST) {
        return [said("too_few", { a: first.length, b: second.length })];
      }
      const found = overlap(first.map((one) => one * turn), second.map((one) => one * turn));
      return [
        `${said("nap")} ${Math.round(found.nap * 100)}%  ${said("nap_text")}`,
        `${said("tau_u")} ${found.tau_u.toFixed(2)}  ${said("tau_u_text")}`,
        `${said("pnd")} ${Math.round(found.pnd * 100)}%  ${said("pnd_text")}`,
      ];
    },
    goals(form) {
      const rows = [...form.querySelectorAll(".pair")]
        .map((row) => ["level", "weight"].map((name) => row.querySelector(`[name=${name}]`).value))
        .filter(([level]) => level !== "");
      const weights = rows.map(([, weight]) => Number(weight));
      if (!rows.length || weights.some((one) => !(one > 0))) return [said("unusable")];
      const t = attained(rows.map(([level]) => Number(level)), weights);
      return [said("goals", { n: rows.length, t: t.toFixed(0) })];
    },
    reliable(form) {
      const [before, after, sd, reliability] = ["before", "after", "sd", "reliability"].map((name) =>
        form[name].value === "" ? NaN : Number(form[name].value),
      );
      if (!(sd > 0) || !(reliability >= 0 && reliability < 1) || Number.isNaN(after - before)) {
        return [said("unusable")];
      }
      const found = reliable(before, after, sd, reliability);
      const better = found.ratio > 0 === (form.way.value === "higher");
      const key = Math.abs(found.ratio) <= 1.96 ? "unsteady" : better ? "better" : "worse";
      const least = (1.96 * found.error).toFixed(1);
      return [said("reliable", { index: found.ratio.toFixed(2), least }), said(key)];
    },
  };

  for (const form of root.querySelectorAll("form")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const answer = form.parentElement.querySelector(".answer");
      answer.replaceChildren(...sums[form.dataset.sum](form).map(paragraph));
    });
  }
})();
