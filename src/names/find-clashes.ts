import type { NameGroup } from './name-group.ts';
import { nameKey } from './name-tokens.ts';

export interface NameClash {
  readonly text: string;
  readonly keys: readonly [string, string];
}

/** Names that two groups claim; each would find either thing, so none may. */
export function findClashes(groups: readonly NameGroup[]): NameClash[] {
  const owners = new Map<string, string>();
  const clashes: NameClash[] = [];
  for (const { key, variants } of groups) {
    for (const { text } of variants) {
      const owner = owners.get(nameKey(text)) ?? key;
      if (owner === key) owners.set(nameKey(text), key);
      else clashes.push({ text, keys: [owner, key] });
    }
  }
  return clashes;
}
