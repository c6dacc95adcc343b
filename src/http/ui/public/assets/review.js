// @ts-check
/**
 * Comfort for judging: the sources of the sentence that is read, its label by one key, how many sentences
 * are judged, and one sending of the form. Nothing here decides anything.
 */
/** @type {HTMLFormElement | null} */
const form = document.querySelector('#review-form');
/** @type {NodeListOf<HTMLElement>} */
const found = document.querySelectorAll('.judge-list > li');
const rows = [...found];
/** @type {NodeListOf<HTMLElement>} */
const sources = document.querySelectorAll('[data-source]');
const state = document.getElementById('source-state');
const beside = matchMedia('(min-width: 60rem)');
/** @type {HTMLElement | null} */
let current = null;

for (const hint of document.querySelectorAll('[data-with-script]')) hint.removeAttribute('hidden');

document.addEventListener('focusin', ({ target }) => {
  const row = rowOf(target);
  if (row !== null) read(row);
});
beside.addEventListener('change', () => (current === null ? undefined : read(current)));
document.getElementById('all-sources')?.addEventListener('click', showAll);
// A link to a source that is not shown now would lead nowhere.
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a[href^="#source-"]') : null;
  if (link !== null && rowOf(link) === null) showAll();
});

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
function rowOf(target) {
  return target instanceof Element ? target.closest('.judge-list > li') : null;
}

/** @param {HTMLElement} row */
function read(row) {
  current = row;
  for (const other of rows) other.classList.toggle('read', other === row);
  if (state === null || !beside.matches) return showAll();
  const quotes = (row.dataset['quotes'] ?? '').split(' ').filter((number) => number !== '');
  for (const source of sources) source.hidden = !quotes.includes(source.dataset['source'] ?? '');
  const text = quotes.length === 0 ? state.dataset['none'] : row.dataset['sourcesOf'];
  const said = state.querySelector('span');
  if (said !== null) said.textContent = text ?? '';
  state.hidden = false;
}

function showAll() {
  for (const source of sources) source.hidden = false;
  if (state !== null) state.hidden = true;
}

// Before the keys of every page see it: here a digit belongs to the sentence that is read.
(form ?? document.createElement('form')).addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
    event.preventDefault();
    const decide = document.getElementById('decide');
    if (decide instanceof HTMLButtonElement) form?.requestSubmit(decide);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.documentElement.dataset['keys'] === 'off') return;
  const field = event.target instanceof Element ? event.target.closest('textarea, select') : null;
  const row = rowOf(event.target);
  if (field !== null || row === null || !/^[1-9]$/.test(event.key)) return;
  /** @type {NodeListOf<HTMLInputElement>} */
  const choices = row.querySelectorAll('.labels input[type=radio]');
  const choice = choices[Number(event.key) - 1];
  if (choice === undefined) return;
  event.preventDefault();
  choice.focus();
  choice.click();
});

form?.addEventListener('change', count);
count();

function count() {
  const line = document.getElementById('judged');
  if (line === null || form === null) return;
  const done = rows.filter((row) => row.querySelector('.labels input:checked') !== null);
  for (const row of rows) row.classList.toggle('done', done.includes(row));
  line.textContent = (line.dataset['judged'] ?? '').replace('{count}', String(done.length));
  line.hidden = false;
}

let sent = false;
form?.addEventListener('submit', (event) => {
  if (event.defaultPrevented) return;
  if (sent) event.preventDefault();
  sent = true;
});
// Shown again out of the browser's memory, the form can be sent again.
addEventListener('pageshow', () => {
  sent = false;
});
