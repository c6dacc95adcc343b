import { historyTypes } from '#review/index.ts';
import { isId } from '../../forms.ts';

/** Where the history of a thing stands; null when there is none of its kind. */
export function historyPath(type: string, id: string): string | null {
  return isId(id) && historyTypes.some((one) => one === type)
    ? `/audit/entity/${type}/${id}`
    : null;
}

/** Enough of an id to tell it from its neighbours: the first half is the time, the end is random. */
export function shortId(id: string): string {
  return isId(id) ? `${id.slice(0, 8)}…${id.slice(-4)}` : id;
}
