// The pages' script: the language switch, the card of a figure with its lines to the others, the search.
// Plain and offline; texts are set as text, never as markup.
"use strict";

(function () {
  const page = document.documentElement;
  const root = page.dataset.root;

  // --- language -----------------------------------------------------------------------------------------
  const listeners = [];

  function language() {
    return page.lang === "en" ? "en" : "vi";
  }

  function remembered() {
    try {
      return window.localStorage.getItem("language");
    } catch {
      return null; // a browser that keeps nothing
    }
  }

  function speak(chosen) {
    page.lang = chosen;
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
    }
    for (const name of ["aria-label", "placeholder"]) {
      for (const element of document.querySelectorAll(`[data-${name}-${chosen}]`)) {
        element.setAttribute(name, element.getAttribute(`data-${name}-${chosen}`));
      }
    }
    listeners.forEach((listener) => listener());
  }

  function choose(chosen) {
    speak(chosen);
    try {
      window.localStorage.setItem("language", chosen);
    } catch {
      return; // the choice holds for this page
    }
  }

  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => choose(button.dataset.language));
  }

  // --- elements -----------------------------------------------------------------------------------------
  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value !== undefined && value !== null) made.setAttribute(key, value);
    }
    for (const child of children.flat()) {
      if (child !== undefined && child !== null && child !== "") made.append(child);
    }
    return made;
  }

  // --- figures ------------------------------------------------------------------------------------------
  const source = document.getElementById("figures");
  if (source) showFigures(JSON.parse(source.textContent));

  function showFigures(data) {
    const card = document.getElementById("card");
    const panel = card.parentElement;
    let pinned = null;
    let shown = null;

    const anchor = (key) => document.getElementById(`o-${key}`);
    const pair = (words) => words[language() === "en" ? 1 : 0];
    const word = (key) => (data.words[key] ? pair(data.words[key]) : key.slice(key.indexOf(".") + 1));

    function show(key) {
      if (shown === key) return;
      clear();
      shown = key;
      if (key === null) {
        card.hidden = true;
        panel.classList.remove("told");
        return;
      }
      const mark = anchor(key);
      mark.setAttribute("aria-describedby", "card");
      for (const piece of document.querySelectorAll(`[data-figure="${key}"]`)) piece.classList.add("active");
      card.replaceChildren(...cardOf(key, data.figures[key]).filter(Boolean));
      card.hidden = false;
      card.scrollTop = 0;
      panel.classList.add("told");
      draw(key);
    }

    function clear() {
      for (const svg of document.querySelectorAll(".lines")) svg.remove();
      for (const piece of document.querySelectorAll(".mark.active, .mark.partner")) {
        piece.classList.remove("active", "partner");
      }
      for (const mark of document.querySelectorAll(".mark[aria-describedby]")) mark.removeAttribute("aria-describedby");
    }

    // the card: what the number means, then each relation as a ledger
    function cardOf(key, figure) {
      const close = element("button", { type: "button", class: "close" }, word("card.close"));
      close.addEventListener("click", dismiss);
      const unit = figure.unit ? word(`unit.${figure.unit}`) : "";
      const high = figure.value_high ? ` – ${figure.value_high}` : "";
      const bound = figure.comparator !== "=" && figure.comparator !== "range" ? `${word(`comparator.${figure.comparator}`)} ` : "";
      const factor = figure.factor ? ` (× ${figure.factor})` : "";
      const printed = figure.quote || figure.cell || "∅";
      const value = `${bound}${figure.value}${high} ${unit}${factor}`.trim();
      const parts = [
        element("div", { class: "card-top" }, element("h2", {}, printed), close),
        value === printed ? "" : element("p", { class: "value" }, value),
        meaning(figure),
        element("h3", {}, word("card.relations")),
      ];
      const relations = figure.relations.map((number) => relationOf(data.relations[number], key));
      parts.push(...(relations.length ? relations : [element("p", { class: "quiet" }, word("card.no_relations"))]));
      parts.push(element("p", { class: "permalink" }, element("a", { href: `#o-${key}` }, word("card.permalink"))));
      return parts;
    }

    function meaning(figure) {
      const list = element("dl");
      const line = (label, value) => {
        if (value) list.append(element("dt", {}, word(`card.${label}`)), element("dd", {}, value));
      };
      const indicator = figure.indicator && element("a", { href: root + figure.page }, word(`indicator.${figure.indicator}`));
      line("indicator", indicator || word("card.unknown_indicator"));
      for (const name of ["population_group", "programme", "funding_source", "sex"]) {
        if (figure[name]) line(name, word(`${name}.${figure[name]}`));
      }
      line("place", figure.place);
      line("period", figure.period && [figure.period, figure.period_bounds && ` (${figure.period_bounds})`].join(""));
      line("status", [word(`status.${figure.status}`), figure.time_basis && word(`time_basis.${figure.time_basis}`)].filter(Boolean).join(", "));
      line("per", figure.per);
      line("where", figure.cell && [figure.cell, figure.heads].filter(Boolean).join(" · "));
      line("confidence", `${figure.confidence} %`);
      line("flags", figure.flags && figure.flags.map((flag) => word(`flag.${flag}`)).join("; "));
      line("correction", figure.correction);
      return list;
    }

    function relationOf(relation, key) {
      const made = element("section", { class: `relation ${relation.standing}` });
      made.append(element("div", { class: "relation-top" },
        element("a", { href: root + relation.page, class: "kind" }, word(`relation_kind.${relation.kind}`)),
        element("span", { class: `badge ${relation.standing}` }, word(`verdict.${relation.standing}`))));
      made.append(ledger(relation, key));
      if (relation.explanation) made.append(element("p", {}, pair(relation.explanation)));
      if (relation.norm) made.append(element("p", { class: "norm" }, `${word("card.norm")}: ${pair(relation.norm)}`));
      if (relation.proposal) made.append(element("p", { class: "proposal" }, `${word("card.proposal")}: ${pair(relation.proposal)}`));
      for (const other of relation.alternatives || []) made.append(element("p", {}, `${word("card.alternatives")}: ${pair(other)}`));
      if (relation.why) made.append(element("p", { class: "why" }, `${word("card.why")}: ${pair(relation.why)}`));
      if (relation.accepted) made.append(element("p", {}, `${word("card.accepted")}: ${relation.accepted}`));
      if (relation.mended) made.append(element("p", {}, word("card.mended")));
      return made;
    }

    function ledger(relation, key) {
      const rows = element("tbody");
      for (const member of relation.members) {
        const address = member.page ? root + member.page : `#o-${member.id}`;
        const link = element("a", { href: address, title: member.document }, member.quote);
        rows.append(element("tr", { class: member.id === key ? "this" : null },
          element("td", {}, word(`role.${member.role}`)), element("td", {}, member.minus ? "− " : "", link)));
      }
      let first = true;
      for (const name of ["stated", "computed", "difference", "tolerance"]) {
        if (relation[name] === undefined) continue;
        rows.append(element("tr", { class: first ? "sum" : null },
          element("td", {}, word(`card.${name}`)), element("td", {}, relation[name])));
        first = false;
      }
      return element("table", { class: "ledger" }, rows);
    }

    // lines from the first member of each relation (the total, the amount) to the others
    function draw(key) {
      const stage = anchor(key).closest(".stage");
      if (!stage) return;
      const lines = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      lines.setAttribute("class", "lines");
      lines.setAttribute("aria-hidden", "true");
      const origin = stage.getBoundingClientRect();
      for (const number of data.figures[key].relations) {
        const relation = data.relations[number];
        const here = relation.members.filter((member) => {
          const mark = anchor(member.id);
          return mark && mark.closest(".stage") === stage;
        });
        for (const member of here) if (member.id !== key) mark(member.id);
        const [hub, ...others] = here;
        if (hub) for (const other of others) connect(lines, hub, other, relation, origin);
      }
      stage.append(lines);
    }

    function mark(key) {
      for (const piece of document.querySelectorAll(`[data-figure="${key}"]`)) piece.classList.add("partner");
    }

    function connect(lines, hub, other, relation, origin) {
      const from = boxOf(anchor(hub.id), origin);
      const to = boxOf(anchor(other.id), origin);
      const [curve, end] = route(from, to);
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", curve);
      const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      dot.setAttribute("cx", end[0]);
      dot.setAttribute("cy", end[1]);
      dot.setAttribute("r", 3.5);
      for (const drawn of [path, dot]) drawn.setAttribute("class", relation.standing);
      path.dataset.from = hub.id;
      path.dataset.to = other.id;
      path.dataset.kind = relation.kind;
      lines.append(path, dot);
    }

    // beside each other an arc above them, below each other a bracket to their left, else from edge to edge
    function route(from, to) {
      const level = Math.abs(to.top - from.top) < 6;
      const below = to.top > from.bottom - 4;
      if (level) {
        const height = from.top - Math.min(20, 7 + Math.abs(to.x - from.x) / 25);
        return [`M${from.x} ${from.top} C${from.x} ${height} ${to.x} ${height} ${to.x} ${to.top}`, [to.x, to.top]];
      }
      if (Math.abs(to.right - from.right) < 3) {
        const out = Math.min(from.left, to.left) - Math.min(56, 14 + Math.abs(to.y - from.y) / 9);
        return [`M${from.left} ${from.y} C${out} ${from.y} ${out} ${to.y} ${to.left} ${to.y}`, [to.left, to.y]];
      }
      const start = below ? from.bottom : from.top;
      const stop = below ? to.top : to.bottom;
      const bend = (stop - start) / 2;
      return [`M${from.x} ${start} C${from.x} ${start + bend} ${to.x} ${stop - bend} ${to.x} ${stop}`, [to.x, stop]];
    }

    function boxOf(mark, origin) {
      const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
      const [left, right] = [box.left - origin.left, box.right - origin.left];
      const [top, bottom] = [box.top - origin.top, box.bottom - origin.top];
      return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
    }

    function dismiss() {
      pinned = null;
      show(null);
      if (window.location.hash) window.history.replaceState(null, "", window.location.pathname + window.location.search);
    }

    function follow() {
      const key = window.location.hash.startsWith("#o-") ? window.location.hash.slice(3) : null;
      if (key === null || !data.figures[key] || !anchor(key)) return;
      pinned = key;
      show(key);
      anchor(key).focus({ preventScroll: true });
      anchor(key).scrollIntoView({ block: isCovered() ? "start" : "center", behavior: "instant" });
    }

    // on narrow screens the card lies over the lower half, so the figure goes into the upper one
    function isCovered() {
      return window.matchMedia("(max-width: 62rem)").matches;
    }

    const keyOf = (event) => {
      const mark = event.target.closest && event.target.closest("[data-figure]");
      return mark ? mark.dataset.figure : null;
    };
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const key = keyOf(event);
      if (key) show(key);
      else if (!event.target.closest(".panel")) show(pinned);
    });
    // a pressed finger gives the focus before it clicks; a card that came then would lie under the finger
    let pressed = false;
    document.addEventListener("pointerdown", () => {
      pressed = true;
    });
    document.addEventListener("focusin", (event) => {
      const key = keyOf(event);
      if (key && !pressed) {
        pinned = key;
        show(key);
        if (isCovered()) anchor(key).scrollIntoView({ block: "start", behavior: "instant" });
      }
    });
    document.addEventListener("click", (event) => {
      pressed = false;
      const key = keyOf(event);
      if (key) {
        pinned = key;
        show(key);
      }
    });
    document.addEventListener("keydown", (event) => {
      pressed = false;
      if (event.key === "Escape") dismiss();
    });
    const again = () => {
      const key = shown;
      shown = undefined;
      show(key);
    };
    window.addEventListener("hashchange", follow);
    window.addEventListener("resize", again);
    listeners.push(again);
    if (document.fonts && document.fonts.ready) document.fonts.ready.then(again);
    window.addEventListener("load", follow);
  }

  // --- charts -------------------------------------------------------------------------------------------
  // What a point says to those who hear the page, shown to those who see it: under the mouse and on focus.
  function startCharts() {
    const tip = element("p", { class: "tip", "aria-hidden": "true", hidden: "" });
    const gap = 24; // clear of the rim that a point gets under the mouse
    let over;

    function say(link) {
      over = link;
      tip.hidden = !link;
      if (!link) return;
      const point = link.querySelector("[aria-label]");
      tip.textContent = point ? point.getAttribute("aria-label") : "";
      tip.hidden = !tip.textContent;
      const box = link.getBoundingClientRect();
      const { width, height } = tip.getBoundingClientRect();
      const left = Math.min(Math.max(box.left + box.width / 2 - width / 2, 4), page.clientWidth - width - 4);
      const above = box.top - height - gap;
      tip.style.left = `${left}px`;
      tip.style.top = `${above < 4 ? box.bottom + gap : above}px`;
    }

    for (const link of document.querySelectorAll(".chart svg a")) {
      link.addEventListener("pointerenter", () => say(link));
      link.addEventListener("pointerleave", () => say(undefined));
      link.addEventListener("focus", () => say(link));
      link.addEventListener("blur", () => say(undefined));
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") say(undefined);
    });
    window.addEventListener("scroll", () => over && say(undefined), { capture: true, passive: true });
    document.body.append(tip);
  }

  // --- search -------------------------------------------------------------------------------------------
  function folded(text) {
    return text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
  }

  function startSearch() {
    const input = document.getElementById("search-words");
    const results = document.getElementById("search-results");
    const count = document.getElementById("search-count");
    if (!input || !window.solieuSearchIndex) return;
    const entries = window.solieuSearchIndex.map((entry) => ({
      ...entry,
      words: folded([...entry.title, entry.more || "", entry.path].join(" ")),
      heading: folded(entry.title.join(" ")),
    }));
    const most = 200;

    function find() {
      const wanted = folded(input.value).split(/\s+/).filter(Boolean);
      const found = wanted.length ? entries.filter((entry) => wanted.every((one) => entry.words.includes(one))) : [];
      const inHeading = (entry) => wanted.filter((one) => entry.heading.includes(one)).length;
      found.sort((one, other) => inHeading(other) - inHeading(one));
      const english = language() === "en";
      results.replaceChildren(...found.slice(0, most).map((entry) =>
        element("li", {},
          element("p", { class: "document-name" }, element("a", { href: entry.page }, entry.title[english ? 1 : 0])),
          element("p", { class: "facts" }, element("span", { class: "path" }, entry.path), entry.more ? element("span", { class: "more-words" }, entry.more) : ""))));
      const template = found.length ? count.getAttribute(`data-template-${language()}`) : count.getAttribute(`data-none-${language()}`);
      count.textContent = wanted.length ? template.replace("{count}", String(found.length)) : "";
    }

    const asked = new URLSearchParams(window.location.search).get("q");
    if (asked) input.value = asked;
    input.addEventListener("input", find);
    input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      find();
    });
    listeners.push(find);
    find();
    input.focus();
  }

  window.addEventListener("DOMContentLoaded", startSearch);
  window.addEventListener("DOMContentLoaded", startCharts);
  if (remembered() === "en") speak("en");
})();
