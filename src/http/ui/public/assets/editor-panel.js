// @ts-check
import { fill, isEmpty, label, valuesOf } from './editor-citations.js';

/** Sources beside the text: a citation opens its passage, and sentences of a passage become a citation. */
const form = document.querySelector('form[data-check]');
const panel = document.getElementById('panel');
if (form instanceof HTMLFormElement && panel !== null) connect(form, panel);

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} panel
 */
function connect(form, panel) {
  const picker = /** @type {HTMLElement} */ (panel.querySelector('[data-picker]'));
  const viewer = /** @type {HTMLElement} */ (panel.querySelector('[data-viewer]'));
  const results = /** @type {HTMLElement} */ (panel.querySelector('[data-results]'));
  const mostCitations = Number(form.dataset['mostCitations']);
  /** @type {HTMLElement | null} */
  let opener = null;
  /** Gets what is cited. */
  let active = form.querySelector('[data-edit-row]');

  form.addEventListener('focusin', ({ target }) => {
    const row = target instanceof Element ? target.closest('[data-edit-row]') : null;
    if (row === null) return;
    active?.classList.remove('active');
    active = row;
    row.classList.add('active');
  });
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
    const link = event.target.closest('a[data-chip], a[data-open-passage]');
    if (link instanceof HTMLAnchorElement) {
      event.preventDefault();
      void open(link);
    }
    if (event.target.closest('[data-close-panel]') !== null) close();
    const finder = event.target.closest('[data-open-picker]');
    if (finder instanceof HTMLElement) find(finder);
    const cite = event.target.closest('[data-cite]');
    if (cite !== null) use(/** @type {HTMLElement} */ (cite.closest('[data-pick]')));
    const drop = event.target.closest('[data-drop-citation]');
    if (drop !== null) put(/** @type {Element} */ (drop.closest('[data-citation]')), '', '', '');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && panel.classList.contains('open')) close();
  });
  form.addEventListener('change', ({ target }) => {
    const field = target instanceof Element ? target.closest('[data-citation]') : null;
    if (field !== null) label(field);
  });
  panel.addEventListener('submit', (event) => {
    event.preventDefault();
    const search = /** @type {HTMLFormElement} */ (event.target);
    const query = search.querySelector('input')?.value ?? '';
    void load(results, `${search.getAttribute('action')}?q=${encodeURIComponent(query)}`);
  });

  /**
   * @param {Element} citation
   * @param {string} passage
   * @param {string} name
   * @param {string} quote
   */
  function put(citation, passage, name, quote) {
    fill(citation, passage, name, quote);
    form.dispatchEvent(new Event('editor:changed'));
  }

  /** @param {HTMLElement} from */
  function find(from) {
    opener = from;
    viewer.hidden = true;
    picker.hidden = false;
    panel.classList.add('open');
    picker.querySelector('input')?.focus();
  }

  /** @param {HTMLAnchorElement} link */
  async function open(link) {
    const citation = link.closest('[data-citation]');
    // As it stands in the fields now, not as it was stored.
    const { passage, quote } = citation === null ? { passage: '', quote: '' } : valuesOf(citation);
    const start = Array.from(quote).slice(0, 1000).join('');
    const address =
      citation === null
        ? link.href
        : `${form.dataset['passages']}/${passage}?quote=${encodeURIComponent(start)}`;
    opener = link;
    picker.hidden = true;
    viewer.hidden = false;
    panel.classList.add('open');
    if (!(await load(viewer, address))) window.open(address, '_blank', 'noopener');
  }

  function close() {
    panel.classList.remove('open');
    viewer.hidden = true;
    picker.hidden = false;
    opener?.focus();
  }

  /**
   * @param {HTMLElement} place
   * @param {string} address
   */
  async function load(place, address) {
    try {
      const answer = await fetch(`${address}&part=panel`, { headers: { Accept: 'text/html' } });
      const found = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const part = found.querySelector('[data-panel-part]');
      if (part === null) return false;
      for (const one of part.querySelectorAll('[data-scripted]')) one.removeAttribute('hidden');
      place.replaceChildren(part);
      const title = part.querySelector('[tabindex]');
      if (title instanceof HTMLElement) title.focus();
      return true;
    } catch {
      return false;
    }
  }

  /** @param {HTMLElement} pick The chosen sentences with all between them: a quote is in one piece. */
  function use(pick) {
    const chosen = [...pick.querySelectorAll('input:checked')].map(
      (box) => /** @type {HTMLElement} */ (box).dataset,
    );
    const start = Math.min(...chosen.map(({ start }) => Number(start)));
    const end = Math.max(...chosen.map(({ end }) => Number(end)));
    const { pick: passage = '', name = '', text = '' } = pick.dataset;
    const slots = active?.querySelectorAll('[data-citation]') ?? [];
    const empty = [...slots].find((slot) => isEmpty(slot));
    if (chosen.length === 0 || active === null || empty === undefined) return;
    put(empty, passage, name, Array.from(text).slice(start, end).join(''));
    if (slots.length < mostCitations) addSlot(active, slots.length);
    for (const box of pick.querySelectorAll('input')) box.checked = false;
    panel.classList.remove('open');
    /** @type {HTMLElement} */ (empty.querySelector('[data-chip]')).focus();
  }

  /**
   * @param {Element} row
   * @param {number} count
   */
  function addSlot(row, count) {
    const template = document.getElementById('citation-template');
    const name = row.getAttribute('data-edit-row');
    if (!(template instanceof HTMLTemplateElement)) return;
    const markup = template.innerHTML.replaceAll('ROW', `${name}`).replaceAll('CITE', `c${count}`);
    const slot = new DOMParser().parseFromString(markup, 'text/html').body.firstElementChild;
    if (slot !== null) row.querySelector('.citations')?.append(slot);
  }
}
