// @ts-check
/**
 * The clock of a held item: counts down, says when little is left, and keeps the item while its reader
 * is active. How long it may be kept is the server's to say; a refusal stays on the page in words.
 */
const bar = document.getElementById('lease');
/** @type {HTMLFormElement | null} */
const form = document.querySelector('#review-form');
/** @type {HTMLButtonElement | null} */
const renew = document.querySelector('#renew');
/** Before the last minutes an active reader's item is kept by itself, this often at most. */
const renewEveryMs = 60_000;
/** Whoever did nothing for so long is not reading. */
const activeMs = 120_000;

const words = bar?.dataset ?? {};
let leftMs = Number(words['leftMs'] ?? 0);
let endsAt = performance.now() + leftMs;
/** What the lease lasted when it was granted or last kept. */
let lastsMs = leftMs;
let activeAt = performance.now();
let renewedAt = performance.now();
let limited = false;
let lost = false;
let warned = Infinity;

if (bar !== null && form !== null && renew !== null) {
  for (const kind of ['keydown', 'pointerdown', 'scroll']) {
    addEventListener(kind, () => (activeAt = performance.now()), { passive: true, capture: true });
  }
  renew.addEventListener('click', (event) => {
    event.preventDefault();
    void keep(form, true);
  });
  tick();
  setInterval(tick, 1000);
}

function tick() {
  if (form === null || lost) return;
  const now = performance.now();
  leftMs = Math.max(0, endsAt - now);
  show();
  if (leftMs === 0) {
    lost = true;
    say(words['ended']);
    return;
  }
  const active = now - activeAt < activeMs && now - renewedAt > Math.min(renewEveryMs, lastsMs / 3);
  if (active && !limited) void keep(form, false);
  for (const minutes of [1, 5]) {
    if (leftMs > minutes * 60_000 || warned <= minutes || lastsMs < minutes * 60_000) continue;
    warned = minutes;
    say(limited ? words['limit'] : (words['lastMinutes'] ?? '').replace('{minutes}', String(minutes)));
  }
}

/** Minutes, and seconds once fewer than five minutes are left. */
function show() {
  const place = document.getElementById('lease-left');
  if (place === null) return;
  const [minutes, seconds] = [Math.floor(leftMs / 60_000), Math.floor((leftMs % 60_000) / 1000)];
  const clock = `${minutes}:${String(seconds).padStart(2, '0')}`;
  const time = leftMs < 300_000 ? clock : (words['minutes'] ?? '').replace('{minutes}', String(minutes));
  place.textContent = (words['left'] ?? '').replace('{time}', time);
  bar?.classList.toggle('ending', leftMs < 300_000);
}

/**
 * @param {HTMLFormElement} held
 * @param {boolean} asked by the person, who is then told
 */
async function keep(held, asked) {
  renewedAt = performance.now();
  const [whole, body] = [new FormData(held), new FormData()];
  for (const name of ['item', 'lease_token', 'fence']) {
    body.set(name, whole.get(name) ?? '');
  }
  try {
    const answer = await fetch(renew?.formAction ?? '', {
      ...{ method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'error' },
    });
    const told = await answer.json();
    if (!answer.ok) {
      lost = answer.status === 409;
      say(`${words['lost']} ${told.message ?? ''}`);
      return;
    }
    const grown = told.leftMs > lastsMs - 1000 || told.leftMs > leftMs;
    endsAt = performance.now() + told.leftMs;
    limited = told.limited;
    if (grown) warned = Infinity;
    const until = bar?.querySelector('time');
    if (until != null) until.textContent = told.until;
    if (limited) say(words['limit']);
    else if (asked) say(words['kept']);
  } catch {
    // Not reached: the clock runs on, and the next try comes by itself.
    if (asked) say(words['lost']);
  }
}

/** @param {string | undefined} text */
function say(text) {
  const place = document.getElementById('lease-said');
  if (place !== null) place.textContent = text ?? '';
}
