"use strict";
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const lines = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(lines.textContent);
    } catch {
      getSelection().selectAllChildren(lines);
      document.execCommand("copy");
    }
    const name = button.firstChild.nodeValue;
    button.firstChild.nodeValue = button.dataset.copied;
    setTimeout(() => { button.firstChild.nodeValue = name; }, 2000);
  });
}
