"use strict";
/* Selection, filters and views of an attachment. Everything here only helps: without it the page reads as a document. */
(() => {
  const facts = JSON.parse(document.getElementById("page-facts").textContent);
  const words = facts.words;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const named = (id) => document.getElementById(id);
  const own = (id) => named(`page-${id}`);
  const filled = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const keyed = (key) => all(`[data-key="${CSS.escape(key)}"]`);
  const said = own("said");
  const bar = own("chosen");
  const tools = own("tools");
  const total = Object.keys(facts.flows).length;
  let current = null;

  /* ---- selection: a flow, a finding or a card, with what belongs to it ---- */

  const clear = () => {
    for (const each of all(".on")) each.classList.remove("on");
    for (const each of all('[aria-pressed="true"]')) each.setAttribute("aria-pressed", "false");
    for (const each of all("tr[aria-current]")) each.removeAttribute("aria-current");
  };

  const mark = (key) => {
    for (const each of keyed(key)) {
      each.classList.add("on");
      if (each.localName === "tr") each.setAttribute("aria-current", "true");
    }
  };

  const press = (key) => {
    for (const each of keyed(key)) {
      for (const one of [each, ...all("button", each)]) {
        if (one.hasAttribute("aria-pressed")) one.setAttribute("aria-pressed", "true");
      }
    }
  };

  const link = (key, text, kind) => {
    const item = document.createElement("li");
    const made = document.createElement("a");
    made.href = `#${key}`;
    made.textContent = text;
    if (kind) made.className = kind;
    item.append(made);
    return item;
  };

  const fit = () => {
    const height = bar.hidden ? 0 : bar.offsetHeight;
    document.documentElement.style.setProperty("--bar", `${height}px`);
  };

  const tell = (key) => {
    const text = facts.said[key] || "";
    const letters = (facts.links[key] || []).filter((other) => other.startsWith("finding-"));
    const numbers = (facts.links[key] || []).filter((other) => other.startsWith("flow-"));
    const links = own("chosen-links");
    links.replaceChildren(
      ...numbers.map((other) => link(other, other.slice(5), "no")),
      ...letters.map((other) => link(other, other.slice(8), "letter")),
    );
    if (named(key)) links.append(link(key, words.row));
    const drawn = all(".canvas [data-key].on[role]")[0];
    if (drawn) {
      const shown = link("", words.figure);
      shown.firstChild.href = `#${drawn.id}`;
      shown.firstChild.addEventListener("click", (event) => {
        event.preventDefault();
        drawn.scrollIntoView({ block: "center", inline: "center" });
        drawn.focus({ preventScroll: true });
      });
      links.append(shown);
    }
    own("chosen-text").textContent = text;
    bar.hidden = false;
    fit();
    said.textContent = text;
  };

  const release = () => {
    if (current === null) return;
    const inside = bar.contains(document.activeElement);
    const back = named(current) || keyed(current)[0];
    current = null;
    clear();
    bar.hidden = true;
    fit();
    said.textContent = words.released;
    if (inside && back) (back.querySelector("button, a") || back).focus();
    if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  };

  const choose = (key) => {
    if (key === current) return release();
    current = key;
    clear();
    for (const each of [key, ...(facts.links[key] || [])]) mark(each);
    press(key);
    tell(key);
    if (named(key)) history.replaceState(null, "", `#${key}`);
    return undefined;
  };

  /* ---- filters and views ---- */

  const picked = () => ({
    data: tools.elements.data.value,
    party: tools.elements.party.value,
    seer: tools.elements.seer.value,
    states: all('input[name="state"]:checked', tools).map((box) => box.value),
  });

  const passes = (flow, want) =>
    (!want.data || flow.data.includes(want.data)) &&
    (!want.party || want.party in flow.sees) &&
    want.states.includes(flow.state);

  const dim = (key, off) => {
    for (const each of all(`svg [data-key="${CSS.escape(key)}"]`)) {
      each.classList.toggle("dim", off);
      if (each.hasAttribute("tabindex")) each.setAttribute("tabindex", off ? "-1" : "0");
    }
  };

  const filter = () => {
    const want = picked();
    const touched = new Set();
    let count = 0;
    for (const [key, flow] of Object.entries(facts.flows)) {
      const shown = passes(flow, want);
      for (const row of keyed(key)) if (row.localName === "tr") row.hidden = !shown;
      dim(key, !shown);
      if (shown) {
        count += 1;
        for (const end of flow.ends) touched.add(end);
      }
    }
    for (const key of Object.keys(facts.nodes)) dim(key, count < total && !touched.has(key));
    own("count").textContent = filled(words.count, { count, total });
  };

  const levels = ["plaintext", "undecided", "unknown", "ciphertext", "nothing"];

  const show = (key, level) => {
    for (const each of all(`svg [data-key="${CSS.escape(key)}"]`)) {
      for (const other of levels) each.classList.remove(`sees-${other}`);
      if (level) each.classList.add(`sees-${level}`);
    }
    for (const cell of keyed(key).flatMap((row) => all("td.seen", row))) {
      cell.textContent = level ? words.levels[level] : "";
    }
  };

  const view = () => {
    const seer = picked().seer;
    const level = (thing) => (seer ? thing.sees[seer] || "nothing" : "");
    for (const [key, flow] of Object.entries(facts.flows)) show(key, level(flow));
    for (const [key, node] of Object.entries(facts.nodes)) show(key, level(node));
    for (const cell of all(".seen")) cell.hidden = !seer;
    for (const row of all("tr.seer")) row.classList.toggle("on", Boolean(seer) && row.dataset.seer === seer);
    own("seeing").hidden = !seer;
    own("seeing-text").textContent = seer ? facts.seers[seer] : "";
  };

  const middle = (drawn) => {
    const canvas = drawn.closest(".canvas");
    const [box, frame] = [drawn.getBoundingClientRect(), canvas.getBoundingClientRect()];
    canvas.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
  };

  const turn = (name, on) => {
    document.documentElement.classList.toggle(name, on);
    tools.elements[name].checked = on;
    const drawn = all(".canvas .on[data-key][role]")[0] || all(".canvas .flow.badge")[0];
    if (name === "whole" && !on && drawn) middle(drawn);
  };

  const reset = () => {
    tools.elements.data.value = tools.elements.party.value = tools.elements.seer.value = "";
    for (const box of all('input[name="state"]', tools)) box.checked = true;
    filter();
    view();
  };

  const follow = () => {
    let key = "";
    try {
      key = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    if (!Object.hasOwn(facts.said, key)) return;
    if (tools && named(key) && named(key).hidden) reset();
    if (key !== current) choose(key);
    if (named(key)) named(key).scrollIntoView({ block: "center" });
  };

  /* ---- wiring ---- */

  for (const each of all("svg [data-key][role]")) {
    each.setAttribute("role", "button");
    each.setAttribute("tabindex", "0");
    each.setAttribute("aria-pressed", "false");
  }
  for (const each of all(".canvas svg")) each.setAttribute("role", "group");
  for (const each of all("[data-script]")) each.hidden = false;

  document.addEventListener("click", (event) => {
    if (event.target.closest("a, label, select, input, .chosen")) return;
    const at = event.target.closest("[data-key]");
    if (at && (event.target.closest("button") || String(getSelection()) === "")) choose(at.dataset.key);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") release();
    const at = event.target.closest("svg [data-key][role]");
    if (at && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      choose(at.dataset.key);
    }
  });
  document.addEventListener("click", (event) => {
    const to = event.target.closest("a[href^='#']");
    if (to && to.hash === location.hash) follow();
  });
  if (tools) {
    tools.addEventListener("submit", (event) => event.preventDefault());
    tools.addEventListener("change", (event) => {
      if (["grey", "whole"].includes(event.target.name)) turn(event.target.name, event.target.checked);
      else if (event.target.name === "seer") view();
      else filter();
    });
    own("reset").addEventListener("click", () => {
      reset();
      release();
    });
    own("print").addEventListener("click", () => window.print());
    reset();
    turn("whole", matchMedia("(max-width: 640px)").matches);
  }
  own("release").addEventListener("click", release);
  addEventListener("resize", fit);
  addEventListener("hashchange", follow);
  follow();
})();
