// @ts-check
/** From claim to claim by key or link; a folded claim opens when it is gone to. */
const claims = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('article.claim')]);

for (const link of document.querySelectorAll('[data-claim-step]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const step = Number(link.getAttribute('data-claim-step'));
    const order = claims.toSorted((a, b) => numberOf(a) - numberOf(b));
    const target = order[nextFrom(order, step)];
    if (target !== undefined) goTo(target);
  });
}

/** The claim gone to last. */
let current = '';
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#claim-')) current = location.hash.slice(1);
});

/**
 * @param {HTMLElement[]} order
 * @param {number} step
 */
function nextFrom(order, step) {
  const id = current || location.hash.slice(1);
  const at = order.findIndex((claim) => claim.id === id);
  if (at === -1) return step > 0 ? 0 : order.length - 1;
  return Math.min(order.length - 1, Math.max(0, at + step));
}

/** @param {HTMLElement} claim */
function goTo(claim) {
  const folded = claim.closest('details');
  if (folded !== null) folded.open = true;
  current = claim.id;
  location.hash = claim.id;
  claim.focus({ preventScroll: true });
}

/** @param {HTMLElement} claim */
function numberOf(claim) {
  return Number(claim.id.slice('claim-'.length));
}
