// @ts-check
/**
 * Keeps an open page up with what others do: figures (`data-live-count="queue.waiting"`) as they change,
 * regions (`data-live="queue"` with an id) by asking for the page again. While the page is hidden, or a
 * region is worked in, nothing happens. Where the server cannot tell, the page stays as it is.
 */

/** A page is asked for again at most once in so long, and not by all browsers at one moment. */
const everyMs = 5000;
const jitterMs = 1500;
/** A screen reader hears that something changed at most once in so long. */
const sayEveryMs = 60_000;

/** @type {EventSource | null} */
let source = null;
/** @type {Map<string, string>} */
const last = new Map();
/** @type {Set<string>} */
const changed = new Set();
let [fetchedAt, saidAt, waiting] = [0, -Infinity, 0];

listen();
document.addEventListener('visibilitychange', () => (document.hidden ? pause() : listen()));
// A page left is kept for the way back, but its stream would take a connection.
addEventListener('pagehide', pause);
addEventListener('pageshow', (event) => event.persisted && listen());
document.addEventListener('focusout', () => setTimeout(plan, 0));

function listen() {
  const topics = topicsHere();
  if (source !== null || document.hidden || topics.length === 0) return;
  source = new EventSource(`/events?topics=${topics.join(',')}`);
  for (const topic of topics) {
    source.addEventListener(topic, (event) => hear(topic, /** @type {MessageEvent<string>} */ (event).data));
  }
}

function pause() {
  source?.close();
  source = null;
}

function topicsHere() {
  const named = [...counts().map(({ topic }) => topic), ...regions().map((one) => one.dataset['live'] ?? '')];
  return [...new Set(named)];
}

function counts() {
  return elements(document, '[data-live-count]').map((element) => {
    const [topic = '', name = ''] = (element.dataset['liveCount'] ?? '').split('.');
    return { element, topic, name };
  });
}

function regions() {
  return elements(document, '[data-live][id]');
}

/**
 * @param {string} topic
 * @param {string} json
 */
function hear(topic, json) {
  const before = last.get(topic);
  last.set(topic, json);
  const figures = /** @type {Record<string, unknown>} */ (JSON.parse(json));
  for (const { element, topic: of, name } of counts()) {
    const figure = figures[name];
    if (of === topic && typeof figure === 'number') element.textContent = textOf(element, figure);
  }
  // The first figures are those the page was made from.
  if (before === undefined || before === json) return;
  changed.add(topic);
  plan();
}

/** @type {(element: HTMLElement, figure: number) => string} */
const textOf = (element, figure) => {
  if (figure === 0) return element.dataset['zero'] ?? '0';
  return figure > 99 ? '99+' : String(figure);
};

function plan() {
  if (changed.size === 0 || waiting !== 0) return;
  const afterMs = Math.max(0, fetchedAt + everyMs - performance.now()) + Math.random() * jitterMs;
  waiting = setTimeout(() => void renew(), afterMs);
}

async function renew() {
  waiting = 0;
  const due = regions().filter((one) => changed.has(one.dataset['live'] ?? ''));
  const free = due.filter((region) => !isInUse(region));
  if (document.hidden || (due.length > 0 && free.length === 0)) return;
  changed.clear();
  if (free.length === 0) return;
  fetchedAt = performance.now();
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  // Signed out, or gone: the page says so when it is used.
  if (answer === null || !answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  let replaced = false;
  for (const region of free) {
    const fresh = page.getElementById(region.id);
    // What is in use is replaced the next time.
    if (isInUse(region)) changed.add(region.dataset['live'] ?? '');
    else if (fresh !== null && region.isConnected && !fresh.isEqualNode(region)) {
      keepOpen(region, fresh);
      region.replaceWith(document.adoptNode(fresh));
      replaced = true;
    }
  }
  if (replaced) say();
  for (const region of due) if (!free.includes(region)) changed.add(region.dataset['live'] ?? '');
}

/** @param {HTMLElement} region */
function isInUse(region) {
  if (region.contains(document.activeElement) || region.querySelector('dialog[open]') !== null) return true;
  const selection = getSelection();
  if (selection !== null && !selection.isCollapsed && selection.containsNode(region, true)) return true;
  if (region.querySelector('details[open] :is(textarea, input:not([type=hidden]), select)') !== null) return true;
  return elements(region, 'input, textarea').some((one) =>
    one instanceof HTMLInputElement
      ? one.checked !== one.defaultChecked || one.value !== one.defaultValue
      : one instanceof HTMLTextAreaElement && one.value !== one.defaultValue,
  );
}

/** What was unfolded stays so. @type {(region: HTMLElement, fresh: HTMLElement) => void} */
const keepOpen = (region, fresh) => {
  for (const { id } of region.querySelectorAll('details[open][id]')) {
    fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
  }
};

function say() {
  const [status] = elements(document, '[data-live-status]');
  if (status === undefined || performance.now() - saidAt < sayEveryMs) return;
  saidAt = performance.now();
  // Said again only when the text comes anew.
  status.textContent = '';
  setTimeout(() => (status.textContent = status.dataset['liveStatus'] ?? ''), 100);
}

/**
 * @param {ParentNode} inside
 * @param {string} selector
 */
function elements(inside, selector) {
  return [...inside.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
}
