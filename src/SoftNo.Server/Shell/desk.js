"use strict";
(() => {
  // Everything here works without it, by plain forms; with it nothing reloads and files can be dragged.
  const decoder = document.getElementById("decoder");
  decoder?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const into = document.getElementById("decoded");
    const answer = await fetch("/decode?part=1", { method: "POST", body: new URLSearchParams(new FormData(decoder)) });
    // The answer is our own markup, in which the server escaped every text.
    into.innerHTML = answer.ok ? await answer.text() : "";
  });
  document.getElementById("decode-words")?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      decoder.requestSubmit();
    }
  });

  const form = document.getElementById("drop");
  if (!form) return;
  const zone = form.querySelector(".drop");
  const input = form.querySelector("input[type=file]");
  const live = document.getElementById("live");
  const filesOf = async (entry, into) => {
    if (entry.isFile) return void into.push(await new Promise((done, fail) => entry.file(done, fail)));
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (some.length === 0) return;
      for (const one of some) if (!one.name.startsWith(".")) await filesOf(one, into);
    }
  };
  for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"));
  // A file dropped beside the zone must not replace the page.
  for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => event.preventDefault());
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    const found = [];
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (entries.length > 0) for (const entry of entries) await filesOf(entry, found);
    else found.push(...event.dataTransfer.files);
    const all = new DataTransfer();
    for (const file of found) all.items.add(file);
    input.files = all.files;
    if (found.length > 0) form.requestSubmit();
  });
  input.addEventListener("change", () => { if (input.files.length > 0) form.requestSubmit(); });
  form.addEventListener("submit", () => {
    live.textContent = form.dataset.reading;
    const button = form.querySelector("button[type=submit]");
    button.textContent = form.dataset.reading;
    // After this turn of the loop: a disabled button would not submit.
    setTimeout(() => { button.disabled = true; });
  });
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
