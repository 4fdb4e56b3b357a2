"use strict";
(() => {
  const live = document.getElementById("live");
  const select = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const chosen = getSelection();
    chosen.removeAllRanges();
    chosen.addRange(range);
  };
  const copy = async (button) => {
    const node = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(node.innerText.trim());
    } catch {
      // Pages opened from a disk may have no clipboard: the selection is copied instead.
      select(node);
      document.execCommand("copy");
    }
    const before = button.textContent;
    button.textContent = button.dataset.done;
    live.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = before; live.textContent = ""; }, 1600);
  };
  for (const button of document.querySelectorAll("button[data-copy]")) button.addEventListener("click", () => copy(button));

  // Paper has no folds: what was folded is printed, but for the moves that are not recommended, and folded again after.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open]):not(.move):not(.move *)")];
    for (const fold of unfolded) fold.open = true;
  });
  addEventListener("afterprint", () => { for (const fold of unfolded) fold.open = false; });

  const marks = [...document.querySelectorAll(".transcript mark[id]")];
  let here = -1;
  const go = (step) => {
    if (marks.length === 0) return;
    const focused = marks.indexOf(document.activeElement);
    here = ((focused >= 0 ? focused : here) + step + marks.length) % marks.length;
    marks[here].focus();
    marks[here].scrollIntoView({ block: "center" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(here < 0 ? 0 : -1);
  });
  for (const link of document.querySelectorAll('a[href^="#cue-"]')) {
    link.addEventListener("click", () => setTimeout(() => document.getElementById(link.getAttribute("href").slice(1))?.focus({ preventScroll: true })));
  }
})();
