import type { SameName } from '#language/agreement.ts';
import { type NameIndex, namesIn } from './name-index.ts';

/** Tells whether two names are variants of one group of the index; names it does not hold are not. */
export function sameNameIn(index: NameIndex): SameName {
  const groupsOf = (name: string): Set<string> =>
    new Set(namesIn(index, name).map(({ group }) => group.key));
  return (a, b) => {
    const groups = groupsOf(a);
    return groups.size > 0 && !groups.isDisjointFrom(groupsOf(b));
  };
}
