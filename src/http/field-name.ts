import type { JsonPath } from './duplicate-key.ts';

const maxLength = 120;

/** A place in the body as people write it; a batch is called `posts`: `posts[3].text`. */
export function fieldName(path: JsonPath): string {
  const name = path
    .map((step, index) => {
      if (typeof step === 'number') return index === 0 ? `posts[${step}]` : `[${step}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
  const shown = name === '' ? 'body' : name;
  return shown.length > maxLength ? `${shown.slice(0, maxLength).toWellFormed()}…` : shown;
}
