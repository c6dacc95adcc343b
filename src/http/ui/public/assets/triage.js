// @ts-check
/** Comfort for triage: all on the page at once, how many are chosen, x and m/d/r on the keyboard. */
/** @returns {NodeListOf<HTMLInputElement>} */
const boxes = () => document.querySelectorAll('input[data-choice]');

/** Posts that would be decided: a post ticked beside its whole cluster counts once. */
function chosenPosts() {
  const ids = new Set();
  for (const box of boxes()) {
    if (!box.checked) continue;
    const members = /** @type {HTMLInputElement | null} */ (
      box.name === 'cluster' ? box.parentElement?.querySelector('input[type="hidden"]') : null
    );
    for (const id of (members?.value ?? box.value).split(',')) ids.add(id);
  }
  return ids.size;
}

function show() {
  for (const row of document.querySelectorAll('tr[data-row]')) {
    row.toggleAttribute('data-chosen-row', row.querySelector('input[data-choice]:checked') !== null);
  }
  /** @type {HTMLElement | null} */
  const line = document.querySelector('[data-chosen]');
  const count = line?.querySelector('strong');
  if (line === null || !count) return;
  line.hidden = false;
  count.textContent = String(chosenPosts());
}

/** The box for the whole page stands before the table; made anew when the list is. */
function offerAll() {
  /** @type {HTMLTemplateElement | null} */
  const template = document.querySelector('template[data-choose-all]');
  if (template === null || template.nextElementSibling?.matches('.choose-all')) return;
  template.after(template.content.cloneNode(true));
  template.nextElementSibling?.querySelector('input')?.addEventListener('change', (event) => {
    const { checked } = /** @type {HTMLInputElement} */ (event.target);
    for (const box of boxes()) if (box.closest('.choose') !== null) box.checked = checked;
    show();
  });
}

document.addEventListener('change', show);
document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = /** @type {Element} */ (event.target);
  if (target.closest('textarea, select, [contenteditable], input:not([type="checkbox"])')) return;
  if (event.key === 'x') {
    const box = /** @type {HTMLInputElement | null} */ (
      target.closest('tr[data-row]')?.querySelector('input[data-choice]')
    );
    if (box === null || box === undefined) return;
    box.checked = !box.checked;
    event.preventDefault();
    show();
    return;
  }
  const decision = { m: 'monitor', d: 'do_not_respond', r: 'respond' }[event.key];
  if (decision === undefined) return;
  /** @type {HTMLElement | null} */
  const radio = document.querySelector(`input[name="decision"][value="${decision}"]`);
  if (radio === null) return;
  event.preventDefault();
  radio.focus();
});

const list = document.getElementById('triage-list')?.parentElement;
if (list) {
  new MutationObserver(() => {
    offerAll();
    show();
  }).observe(list, { childList: true });
}
offerAll();
show();
