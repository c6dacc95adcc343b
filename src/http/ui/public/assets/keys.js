// @ts-check
/** One key for what is done often: an element with `data-key="n"` is activated, a field is focused. */
document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = /** @type {Element} */ (event.target);
  if (target.closest('input, select, textarea, [contenteditable]') !== null) return;
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!(found instanceof HTMLElement)) return;
  event.preventDefault();
  found.focus();
  if (!found.matches('input, select, textarea')) found.click();
});
