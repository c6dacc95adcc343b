// @ts-check
/** A citation's chip says what its fields hold. */
const chipLength = 60;

/** @param {Element} citation */
export function valuesOf(citation) {
  const { select, area } = fieldsOf(citation);
  return { passage: select.value, quote: area.value };
}

/** @param {Element} citation */
export function isEmpty(citation) {
  const { passage, quote } = valuesOf(citation);
  return passage === '' && quote === '';
}

/**
 * @param {Element} citation
 * @param {string} passage
 * @param {string} name
 * @param {string} quote
 */
export function fill(citation, passage, name, quote) {
  const { select, area } = fieldsOf(citation);
  if ([...select.options].every(({ value }) => value !== passage)) {
    select.add(new Option(name, passage));
  }
  select.value = passage;
  area.value = quote;
  label(citation);
}

/** @param {Element} citation */
export function label(citation) {
  const { select, area } = fieldsOf(citation);
  const letters = Array.from(area.value);
  const start = letters.slice(0, chipLength).join('');
  write(citation, '[data-chip-name]', select.selectedOptions[0]?.text ?? '');
  write(citation, '[data-chip-quote]', letters.length > chipLength ? `${start}…` : start);
  const empty = isEmpty(citation);
  citation.querySelector('[data-chip]')?.toggleAttribute('hidden', empty);
  citation.querySelector('[data-when="filled"]')?.toggleAttribute('hidden', empty);
  citation.querySelector('[data-when="empty"]')?.toggleAttribute('hidden', !empty);
}

/** @param {Element} citation */
function fieldsOf(citation) {
  const select = /** @type {HTMLSelectElement} */ (citation.querySelector('select'));
  const area = /** @type {HTMLTextAreaElement} */ (citation.querySelector('textarea'));
  return { select, area };
}

/**
 * @param {Element} citation
 * @param {string} name
 * @param {string} text
 */
function write(citation, name, text) {
  const place = citation.querySelector(name);
  if (place !== null) place.textContent = text;
}
