// @ts-check
/** A secret shown once is copied with one press; without script it is selected by hand. */
for (const button of document.querySelectorAll('button[data-copy]')) {
  if (!(button instanceof HTMLButtonElement) || navigator.clipboard === undefined) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    const text = document.getElementById(button.dataset['copy'] ?? '')?.textContent ?? '';
    void copy(button, text.trim());
  });
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} text
 */
async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  button.textContent = button.dataset['copied'] ?? '';
}
