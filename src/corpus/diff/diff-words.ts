import { diffArrays } from 'diff';

import { UNSPACED } from '#language/scripts.ts';

export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

// White space, words, single other code points; scripts without spaces letter by letter.
const TOKEN = new RegExp(`\\s+|[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+|[^]`, 'gu');
// Myers' algorithm takes time and memory by the square of the edits.
// A passage has about 320 words and spaces at most.
const MAX_EDITS = 700;

/**
 * What changed between two texts, word by word. `same` and `removed` put together are `before`,
 * `same` and `added` are `after`; removed stands before added; a single space between two changes is
 * part of them. Beyond 700 edits all between the common start and end is one replacement.
 */
export function diffWords(before: string, after: string): WordChange[] {
  const left = before.match(TOKEN) ?? [];
  const right = after.match(TOKEN) ?? [];
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const [oldPart, newPart] = [
    left.slice(start, left.length - end),
    right.slice(start, right.length - end),
  ];
  const parts = diffArrays(oldPart, newPart, { maxEditLength: MAX_EDITS }) ?? [
    { removed: true, added: false, value: oldPart },
    { removed: false, added: true, value: newPart },
  ];
  const same = (text: string): WordChange => ({ kind: 'same', text });
  return gather([
    same(left.slice(0, start).join('')),
    ...parts.map(({ added, removed, value }): WordChange => {
      const text = value.join('');
      return added ? { kind: 'added', text } : removed ? { kind: 'removed', text } : same(text);
    }),
    same(left.slice(left.length - end).join('')),
  ]);
}

/** Joins neighbours of one kind and the changes that only a space parts. */
function gather(changes: readonly WordChange[]): WordChange[] {
  const gathered: WordChange[] = [];
  let removed = '';
  let added = '';
  const close = (): void => {
    if (removed !== '') gathered.push({ kind: 'removed', text: removed });
    if (added !== '') gathered.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const [index, { kind, text }] of changes.entries()) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (removed + added !== '' && text.trim() === '' && isChange(changes[index + 1])) {
      removed += text;
      added += text;
    } else {
      close();
      const last = gathered.at(-1);
      if (last?.kind === 'same') gathered[gathered.length - 1] = { kind, text: last.text + text };
      else gathered.push({ kind, text });
    }
  }
  close();
  return gathered;
}

function isChange(change: WordChange | undefined): boolean {
  return change !== undefined && change.kind !== 'same' && change.text !== '';
}
