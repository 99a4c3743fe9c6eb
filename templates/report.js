// The page says everything without this; it only saves the reader a few steps.
(function () {
  "use strict";

  var all = function (selector, root) { return Array.from((root || document).querySelectorAll(selector)); };
  var findings = all(".finding");
  var tools = document.querySelector(".tools");
  var step = document.querySelector(".step");
  var current = null;

  all(".scripted").forEach(function (node) { node.hidden = false; });

  // A link into a folded part opens it.
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    all("[aria-current]").forEach(function (node) { node.removeAttribute("aria-current"); });
    if (!target) return;
    for (var fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (target.matches("details")) target.open = true;
    target.setAttribute("aria-current", "true");
    if (target.matches(".finding")) {
      target.hidden = false;
      current = target;
      where();
    }
    target.scrollIntoView({ block: target.matches("a, span") ? "center" : "start" });
  }

  // All mentions of one fact light up together.
  var lit = [];
  function light(event) {
    lit.forEach(function (node) { node.classList.remove("lit"); });
    lit = [];
    var link = event.target.closest && event.target.closest("a.m");
    if (!link) return;
    lit = all('a.m[href="' + link.getAttribute("href") + '"]');
    lit.forEach(function (node) { node.classList.add("lit"); });
  }

  // On paper nothing can be unfolded.
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = all("details:not([open])");
    opened.forEach(function (fold) { fold.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (fold) { fold.open = false; });
  });

  // What is handled stays handled when the page is opened again, where the browser keeps such things.
  var KEY = "story-check-handled";
  function stored() {
    try { return JSON.parse(localStorage.getItem(KEY) || "[]"); } catch (error) { return []; }
  }
  function store(finding, handled) {
    var kept = stored().filter(function (mark) { return mark !== finding.dataset.fingerprint; });
    if (handled) kept.push(finding.dataset.fingerprint);
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch (error) { /* The marks last as long as the page. */ }
  }
  function handle(finding, handled) {
    finding.querySelector(".handled").checked = handled;
    finding.classList.toggle("done", handled);
  }
  var known = new Set(stored());
  findings.forEach(function (finding) {
    var box = finding.querySelector(".handled");
    handle(finding, box.checked || known.has(finding.dataset.fingerprint));
    box.addEventListener("change", function () {
      handle(finding, box.checked);
      store(finding, box.checked);
      filter();
    });
  });

  // The baseline is what `checker check --baseline` reads. What is suppressed has an end, and would lose it there.
  function baseline() {
    var entries = findings.filter(function (finding) {
      return finding.querySelector(".handled").checked && !("suppressed" in finding.dataset);
    });
    return JSON.stringify({
      version: 1,
      findings: entries.map(function (finding) {
        var entry = {
          fingerprint: finding.dataset.fingerprint,
          rule: finding.dataset.rule,
          field: finding.dataset.field,
          values: all(".sayings > li", finding).map(function (saying) {
            return saying.querySelector(".phrase > a").textContent;
          })
        };
        if (finding.dataset.remark) entry.note = finding.dataset.remark;
        return entry;
      })
    }, null, 2) + "\n";
  }
  function save() {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([baseline()], { type: "application/json" }));
    link.download = "baseline.json";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  // Filters: the cards and the rows of the table.
  var rows = all(".facts tbody tr");
  // A story's anchor is that of its event with its place in it: e2-s3.
  function states(node, story) {
    var part = story.split("-s");
    return node.closest(".event").id === part[0] && node.dataset.stories.split(" ").indexOf(part[1]) >= 0;
  }
  function fits(node, chosen) {
    if (chosen.field && node.dataset.field !== chosen.field) return false;
    if (chosen.verdict && node.dataset.verdict !== chosen.verdict) return false;
    if (chosen.story && !states(node, chosen.story)) return false;
    if (chosen.search && node.textContent.toLowerCase().indexOf(chosen.search) < 0) return false;
    return true;
  }
  function filter() {
    if (!tools) return;
    var chosen = {
      field: tools.elements.field.value,
      verdict: tools.elements.verdict.value,
      story: tools.elements.story.value,
      search: tools.elements.search.value.trim().toLowerCase()
    };
    var open = tools.elements.open.checked;
    all("tr.said").forEach(fold);
    rows.forEach(function (row) { row.hidden = !fits(row, chosen); });
    var shown = findings.filter(function (finding) {
      finding.hidden = !fits(finding, chosen) || (open && finding.classList.contains("done"));
      return !finding.hidden;
    });
    var done = findings.filter(function (finding) { return finding.classList.contains("done"); });
    tools.querySelector(".shown").textContent =
      shown.length + " of " + findings.length + " findings shown, " + done.length + " handled";
    where();
  }
  if (tools) {
    tools.addEventListener("input", filter);
    tools.addEventListener("submit", function (event) { event.preventDefault(); });
    tools.elements.export.addEventListener("click", save);
  }

  // Next and previous.
  function visible() { return findings.filter(function (finding) { return !finding.hidden; }); }
  function where() {
    if (!step) return;
    var shown = visible();
    var at = shown.indexOf(current);
    step.querySelector(".at").textContent = (at < 0 ? "–" : at + 1) + " of " + shown.length;
  }
  function move(by) {
    var shown = visible();
    if (!shown.length) return;
    var at = shown.indexOf(current);
    var next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
    current = shown[next];
    all("[aria-current]").forEach(function (node) { node.removeAttribute("aria-current"); });
    current.setAttribute("aria-current", "true");
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "start" });
    history.replaceState(null, "", "#" + current.id);
    where();
  }
  if (step) {
    step.querySelector(".previous").addEventListener("click", function () { move(-1); });
    step.querySelector(".next").addEventListener("click", function () { move(1); });
  }
  document.addEventListener("keydown", function (event) {
    if (!tools || !tools.elements.keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
    if (event.key === "n") move(1);
    else if (event.key === "p") move(-1);
    else if (event.key === "h" && current) current.querySelector(".handled").click();
    else if (event.key === "/") tools.elements.search.focus();
    else return;
    event.preventDefault();
  });

  // A finding as a note, for the one who has to mend it.
  function copied(button) {
    var words = button.firstChild;
    var label = words.textContent;
    words.textContent = "Copied";
    setTimeout(function () { words.textContent = label; }, 1500);
  }
  function copy(button) {
    var note = button.dataset.note;
    var byHand = function () {
      var field = document.createElement("textarea");
      field.value = note;
      document.body.appendChild(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      copied(button);
    };
    if (navigator.clipboard) navigator.clipboard.writeText(note).then(function () { copied(button); }, byHand);
    else byHand();
  }

  // A row of the table unfolds to the sentences behind it, taken from the texts.
  function fold(said) {
    var button = said.previousElementSibling.querySelector(".unfold");
    if (button) button.setAttribute("aria-expanded", "false");
    said.remove();
  }
  function sentence(link) {
    var target = document.getElementById(link.getAttribute("href").slice(1));
    var block = target && target.closest("p");
    if (!block) return null;
    var shown = document.createElement("p");
    shown.lang = link.lang;
    shown.dir = "auto";
    var text = block.textContent;
    var before = document.createRange();
    before.setStart(block, 0);
    before.setEndBefore(target);
    var at = before.toString().length;
    var end = at + target.textContent.length;
    // The sentence alone: from the last full stop before the words to the first one behind them.
    var start = Math.max.apply(null, [". ", "? ", "! ", ".” ", ".\" "].map(function (stop) {
      var found = text.lastIndexOf(stop, at - stop.length);
      return found < 0 ? 0 : found + stop.length;
    }));
    var stop = text.slice(end).search(/[.!?][”"’)]?(\s|$)/);
    var strong = document.createElement("b");
    strong.textContent = text.slice(at, end);
    shown.append(text.slice(start, at), strong, stop < 0 ? text.slice(end) : text.slice(end, end + stop + 1));
    return shown;
  }
  function unfold(button) {
    var row = button.closest("tr");
    var next = row.nextElementSibling;
    if (next && next.classList.contains("said")) { fold(next); return; }
    var said = document.createElement("tr");
    said.className = "said";
    var cell = document.createElement("td");
    cell.colSpan = row.cells.length;
    all(".phrase > a", row).forEach(function (link) {
      var shown = sentence(link);
      if (!shown) return;
      var who = document.createElement("b");
      who.className = "small";
      who.textContent = link.closest("td").querySelector(".label").textContent + ": ";
      shown.prepend(who);
      cell.append(shown);
    });
    said.append(cell);
    row.after(said);
    button.setAttribute("aria-expanded", "true");
  }
  rows.forEach(function (row) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "unfold";
    button.setAttribute("aria-expanded", "false");
    button.textContent = "Sentences";
    row.cells[0].append(button);
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("copy")) copy(button);
    else if (button.classList.contains("unfold")) unfold(button);
  });
  addEventListener("hashchange", reveal);
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);
  filter();
  reveal();
})();
