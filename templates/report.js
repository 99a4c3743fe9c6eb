// The page says everything without this; it only saves the reader a few steps.
(function () {
  "use strict";

  // A link into a folded part opens it.
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    document.querySelectorAll("[aria-current]").forEach(function (node) {
      node.removeAttribute("aria-current");
    });
    if (!target) return;
    for (var fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.setAttribute("aria-current", "true");
    target.scrollIntoView({ block: target.matches("a, span") ? "center" : "start" });
  }

  // All mentions of one fact light up together.
  var lit = [];
  function light(event) {
    lit.forEach(function (node) { node.classList.remove("lit"); });
    lit = [];
    var link = event.target.closest && event.target.closest("a.m");
    if (!link) return;
    lit = Array.from(document.querySelectorAll('a.m[href="' + link.getAttribute("href") + '"]'));
    lit.forEach(function (node) { node.classList.add("lit"); });
  }

  // On paper nothing can be unfolded.
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (fold) { fold.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (fold) { fold.open = false; });
  });

  addEventListener("hashchange", reveal);
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);
  reveal();
})();
