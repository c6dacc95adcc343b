// @ts-check
/** Sentences that move, come and go without a page in between; what the form sends stays the same. */
const form = document.querySelector('form[data-check]');
const rows = document.getElementById('rows');
if (form instanceof HTMLFormElement && rows !== null) arrange(form, rows);

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} rows
 */
function arrange(form, rows) {
  /** @type {WeakMap<Element, string>} */
  const removed = new WeakMap();
  const mostRows = Number(form.dataset['mostRows']);
  document.documentElement.classList.add('scripted');
  for (const one of document.querySelectorAll('[data-scripted]')) one.removeAttribute('hidden');
  for (const one of form.querySelectorAll('textarea')) grow(one);
  // Without script the last row is there to add a sentence; here a button does that.
  const last = rows.lastElementChild;
  if (last !== null && textOf(last).value.trim() === '' && rows.children.length > 2) last.remove();
  number();

  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) grow(target);
  });
  form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-row-action]') : null;
    if (button instanceof HTMLElement) act(button.dataset['rowAction'] ?? '', rowOf(button));
  });
  form.addEventListener('keydown', (event) => {
    const row = event.target instanceof Element ? rowOf(event.target) : null;
    if (!event.altKey || row === null || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    const focused = /** @type {HTMLElement} */ (event.target);
    act(event.key === 'ArrowUp' ? 'up' : 'down', row);
    focused.focus();
  });

  /**
   * @param {string} action
   * @param {Element | null} row
   */
  function act(action, row) {
    const before = row?.previousElementSibling;
    // The headline stays first.
    if (action === 'up' && row !== null && before instanceof HTMLElement && isFree(row) && isFree(before))
      before.before(row);
    if (action === 'down' && row !== null && isFree(row)) row.nextElementSibling?.after(row);
    if (action === 'remove' && row !== null) remove(row);
    if (action === 'undo' && row !== null) restore(row);
    if (action === 'add' || action === 'append') add(row ?? rows.lastElementChild);
    number();
    form.dispatchEvent(new Event('editor:changed'));
  }

  /** @param {Element} row */
  function remove(row) {
    removed.set(row, textOf(row).value);
    textOf(row).value = '';
    row.classList.add('removed');
    show(row, true);
    /** @type {HTMLElement} */ (row.querySelector('[data-row-action="undo"]')).focus();
  }

  /** @param {Element} row */
  function restore(row) {
    textOf(row).value = removed.get(row) ?? '';
    row.classList.remove('removed');
    show(row, false);
    textOf(row).focus();
  }

  /**
   * @param {Element} row
   * @param {boolean} gone
   */
  function show(row, gone) {
    row.querySelector('[data-removed]')?.toggleAttribute('hidden', !gone);
    for (const part of row.querySelectorAll('[data-row-body], .row-head')) {
      part.toggleAttribute('hidden', gone);
    }
  }

  /** @param {Element | null} after */
  function add(after) {
    const count = rows.children.length;
    const template = document.getElementById('row-template');
    if (count >= mostRows || !(template instanceof HTMLTemplateElement)) return;
    const markup = template.innerHTML.replaceAll('ROW', `s${count}`);
    const row = new DOMParser().parseFromString(markup, 'text/html').body.firstElementChild;
    if (row === null) return;
    for (const one of row.querySelectorAll('[data-scripted]')) one.removeAttribute('hidden');
    if (after === null) rows.append(row);
    else after.after(row);
    textOf(row).focus();
  }

  /** Positions and names by the order on the page; names of fields stay. */
  function number() {
    for (const [index, row] of [...rows.children].entries()) {
      const position = row.querySelector('[name$=".position"]');
      if (position instanceof HTMLInputElement) position.value = String(index * 10);
      if (index === 0) continue;
      const name = (form.dataset['rowTitle'] ?? '').replace('{number}', String(index));
      const title = row.querySelector('[data-row-title]');
      if (title !== null) title.textContent = name;
      for (const button of row.querySelectorAll('.row-buttons button')) {
        const { label } = /** @type {HTMLElement} */ (button).dataset;
        button.setAttribute('aria-label', `${label}: ${name}`);
      }
    }
  }
}

/** @param {Element} element */
function rowOf(element) {
  return element.closest('[data-edit-row]');
}

/** @param {Element} row */
function isFree(row) {
  return row.getAttribute('data-fixed') !== 'true';
}

/** @param {Element} row */
function textOf(row) {
  return /** @type {HTMLTextAreaElement} */ (row.querySelector('textarea[name$=".text"]'));
}

/** @param {HTMLTextAreaElement} area Where the style sheet cannot let it grow. */
function grow(area) {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 4}px`;
}
