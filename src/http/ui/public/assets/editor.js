// @ts-check
/** Findings while somebody writes, a warning before unsaved words are lost, and saving by keyboard. */
const form = document.querySelector('form[data-check]');
if (form instanceof HTMLFormElement) watch(form);

/** @param {HTMLFormElement} form */
function watch(form) {
  const quietMs = 600;
  const texts = form.dataset;
  const busy = /** @type {HTMLElement} */ (form.querySelector('[data-busy]'));
  const spoken = /** @type {HTMLElement} */ (form.querySelector('[data-spoken]'));
  /** Counts checks: an answer to an older one is dropped. */
  let asked = 0;
  let dirty = texts['typed'] === 'yes';
  let timer = 0;
  /** @type {AbortController | null} */
  let running = null;

  const changed = () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(() => void check(), quietMs);
  };
  form.addEventListener('input', changed);
  form.addEventListener('editor:changed', changed);
  form.addEventListener('submit', () => {
    dirty = false;
    clearTimeout(timer);
    running?.abort();
  });
  addEventListener('beforeunload', (event) => {
    if (dirty) event.preventDefault();
  });
  addEventListener('online', () => void check());
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });

  async function check() {
    const mine = (asked += 1);
    running?.abort();
    running = new AbortController();
    busy.textContent = texts['checking'] ?? '';
    form.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(texts['check'] ?? '', {
        method: 'POST',
        body: new FormData(form),
        headers: { Accept: 'text/html' },
        signal: AbortSignal.any([running.signal, AbortSignal.timeout(15_000)]),
      });
      const html = await answer.text();
      if (mine !== asked) return;
      const found = new DOMParser().parseFromString(html, 'text/html');
      const known = found.querySelector('[data-checked]') !== null && !answer.redirected;
      busy.textContent = known ? '' : (texts['signedOut'] ?? '');
      if (known) show(found);
    } catch {
      if (mine === asked) busy.textContent = texts['offline'] ?? '';
    } finally {
      if (mine === asked) form.removeAttribute('aria-busy');
    }
  }

  /** @param {Document} found */
  function show(found) {
    for (const place of form.querySelectorAll('[data-slot-for]')) {
      const name = /** @type {HTMLElement} */ (place).dataset['slotFor'];
      const slot = found.querySelector(`[data-slot="${name}"]`);
      // Where nothing could be checked, only that is said.
      if (slot === null) continue;
      // What did not change stays: a reader may have it selected.
      if (place.innerHTML === slot.innerHTML) continue;
      place.replaceChildren(...slot.childNodes);
    }
    // Said only when the count changes, not at every key.
    const words = form.querySelector('[data-slot-for="summary"] strong')?.textContent ?? '';
    if (spoken.textContent !== words) spoken.textContent = words;
  }
}
