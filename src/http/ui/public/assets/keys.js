// @ts-check
/**
 * Keys for what is done often. `data-key="n"` is activated by n (a field is focused; with
 * `data-key-focus` anything is only focused); `data-key-go="t"` by g and then t; j and k go from one
 * `data-row` to the next; `/` goes to the search field; `?` opens the sheet the server has prepared.
 */

/** A letter belongs to the `g` before it for so long. */
const sequenceMs = 1500;
const typing =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), ' +
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit])';

let goingUntil = 0;
/** @type {HTMLElement | null} */
let lastRow = null;

document.addEventListener('keydown', (event) => {
  if (document.documentElement.dataset['keys'] === 'off' || !isForUs(event)) return;
  const going = event.timeStamp < goingUntil;
  goingUntil = 0;
  if (press(event.key, going, event.timeStamp)) event.preventDefault();
});

/** @param {KeyboardEvent} event */
function isForUs(event) {
  // An input method that is composing, as for Vietnamese, sends keys that mean something else.
  if (event.defaultPrevented || event.isComposing || event.key === 'Process') return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.repeat && event.key !== 'j' && event.key !== 'k') return false;
  const target = event.target instanceof Element ? event.target : document.body;
  return target.closest(typing) === null && document.querySelector('dialog[open]') === null;
}

/**
 * @param {string} key
 * @param {boolean} going whether `g` came just before
 * @param {number} at
 */
function press(key, going, at) {
  if (going) return activate(first(`[data-key-go="${CSS.escape(key)}"]`, true));
  if (activate(first(`[data-key="${CSS.escape(key)}"]`))) return true;
  if (key === 'j' || key === 'k') return moveRow(key === 'j' ? 1 : -1);
  if (key === '/') return focusOn(first('input[type=search]'));
  if (key === '?') return openSheet();
  if (key === 'g') goingUntil = at + sequenceMs;
  return false;
}

/**
 * The first one that can be used: one that is shown, else one that is folded away, else, for links,
 * one that is not shown at all.
 * @param {string} selector
 * @param {boolean} [hiddenToo]
 */
function first(selector, hiddenToo = false) {
  const all = elements(document, selector).filter((element) => !element.matches(':disabled'));
  const folded = all.find((element) => element.closest('details:not([open])') !== null);
  const found = all.find((element) => element.checkVisibility()) ?? folded;
  return found ?? (hiddenToo ? all[0] : null) ?? null;
}

/** @param {HTMLElement | null} element */
function activate(element) {
  if (element === null) return false;
  if (element.dataset['keyGo'] === undefined || element.checkVisibility()) focusOn(element);
  const onlyFocus = element.dataset['keyFocus'] !== undefined || element.matches(typing);
  if (!onlyFocus) element.click();
  return true;
}

/** @param {HTMLElement | null} element */
function focusOn(element) {
  if (element === null) return false;
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const isOwnSummary = element.matches('summary') && element.parentElement === parent;
    if (parent instanceof HTMLDetailsElement && !isOwnSummary) parent.open = true;
  }
  element.focus();
  return true;
}

/** @param {1 | -1} step */
function moveRow(step) {
  const rows = elements(document, '[data-row]').filter((row) => row.checkVisibility());
  if (rows.length === 0) return false;
  const active = document.activeElement?.closest('[data-row]') ?? lastRow;
  const at = rows.findIndex((row) => row === active);
  const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step;
  const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
  if (row === undefined) return false;
  lastRow = row;
  const inside = elements(row, 'a[href], button, summary, input:not([type=hidden]), select')[0];
  if (inside === undefined) row.tabIndex = -1;
  (inside ?? row).focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
  return true;
}

function openSheet() {
  const sheet = document.getElementById('key-sheet');
  const list = sheet?.querySelector('[data-keys-here]');
  if (!(sheet instanceof HTMLDialogElement) || list == null) return false;
  for (const line of elements(sheet, '[data-needs]')) {
    line.hidden = first(line.dataset['needs'] ?? '') === null;
  }
  list.replaceChildren(...keysHere().flatMap(([key, label]) => lineOf(key, label)));
  const none = sheet.querySelector('[data-keys-none]');
  if (none instanceof HTMLElement) none.hidden = list.childElementCount > 0;
  sheet.showModal();
  return true;
}

/** @returns {[string, string][]} */
function keysHere() {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const { dataset } of elements(document, '[data-key]')) {
    const key = dataset['key'] ?? '';
    const element = first(`[data-key="${CSS.escape(key)}"]`);
    if (element !== null && !found.has(key)) found.set(key, nameOf(element));
  }
  return [...found];
}

/** @param {HTMLElement} element */
function nameOf(element) {
  const label = 'labels' in element ? /** @type {HTMLInputElement} */ (element).labels?.[0] : null;
  const own = element.dataset['keyLabel'] ?? element.ariaLabel ?? label?.textContent;
  return (own ?? element.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
}

/**
 * @param {string} key
 * @param {string} label
 */
function lineOf(key, label) {
  const [term, text] = [document.createElement('dt'), document.createElement('dd')];
  term.append(Object.assign(document.createElement('kbd'), { textContent: key }));
  text.textContent = label;
  return [term, text];
}

/**
 * @param {ParentNode} inside
 * @param {string} selector
 */
function elements(inside, selector) {
  return [...inside.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
}
