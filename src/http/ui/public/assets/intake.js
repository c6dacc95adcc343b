// @ts-check
/** Comfort while posts are pasted and files chosen; nothing here decides anything. */
const quietMs = 900;
const numbers = new Intl.NumberFormat(document.documentElement.lang);

/** How long the text is, in characters as people count them. @param {HTMLTextAreaElement} area */
function countIn(area) {
  const place = document.getElementById(area.dataset['counts'] ?? '');
  if (place === null) return;
  const bytes = new TextEncoder().encode(area.value).length;
  const tooLong = bytes > Number(area.dataset['maxBytes']);
  const wording = (tooLong ? place.dataset['tooLong'] : place.dataset['count']) ?? '';
  place.textContent = wording.replace('{n}', numbers.format(Array.from(area.value).length));
  place.classList.toggle('too-long', tooLong);
}

/** Asks the server what would be stored and shows that part of its answer. @param {HTMLFormElement} form */
async function preview(form) {
  const shown = document.getElementById('submit-preview');
  const area = form.querySelector('textarea');
  if (shown === null || area === null || area.value.trim() === '') return;
  const asked = area.value;
  const body = new FormData(form);
  const answer = await fetch(form.dataset['preview'] ?? '', { method: 'POST', body });
  // A refusal is for the person who sends the form, not for one who is still typing.
  if (!answer.ok || area.value !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('submit-preview');
  if (fresh !== null) shown.replaceChildren(...fresh.childNodes);
}

for (const area of document.querySelectorAll('textarea')) {
  if (area.dataset['counts'] === undefined) continue;
  countIn(area);
  area.addEventListener('input', () => countIn(area));
}

for (const form of document.querySelectorAll('form')) {
  if (form.dataset['preview'] === undefined) continue;
  let timer = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    // Away from the network nothing is lost: the button asks again.
    timer = window.setTimeout(() => void preview(form).catch(() => {}), quietMs);
  });
}

for (const form of document.querySelectorAll('form')) {
  const place = document.getElementById(form.dataset['busy'] ?? '');
  if (place === null) continue;
  form.addEventListener('submit', () => {
    place.textContent = place.dataset['text'] ?? '';
  });
  // Back from the next page: nothing is under way any more.
  window.addEventListener('pageshow', () => {
    place.textContent = '';
  });
}

for (const field of document.querySelectorAll('input')) {
  const most = Number(field.dataset['maxBytes']);
  if (field.type !== 'file' || Number.isNaN(most)) continue;
  field.addEventListener('change', () => {
    const size = field.files?.[0]?.size ?? 0;
    field.setCustomValidity(size > most ? (field.dataset['tooLarge'] ?? '') : '');
    field.reportValidity();
  });
}

/** What happens before the page hears of changes is never told: while work is under way it looks again. */
const lookAgainMs = 4000;
const progress = () => document.getElementById('import-progress');

async function lookAgain() {
  if (progress()?.dataset['working'] === undefined) return;
  if (!document.hidden) await renewImport().catch(() => {});
  setTimeout(() => void lookAgain(), lookAgainMs);
}

async function renewImport() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const id of ['import-progress', 'import-result']) {
    const [shown, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (shown === null || fresh === null || shown.contains(document.activeElement)) continue;
    shown.replaceWith(fresh);
  }
}

setTimeout(() => void lookAgain(), lookAgainMs);
