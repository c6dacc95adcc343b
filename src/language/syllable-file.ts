import { fold } from './fold.ts';
import type { SyllableCounts } from './syllable-counts.ts';

/** First line of the file; raise the number when the lines change. */
export const syllableFileHeader = 'syllable-counts 1';

const none: ReadonlyMap<string, number> = new Map();

/**
 * Reads the text of a counts file: after the header one line a syllable, `việt 1234 nam:56 kiều:7`, its
 * count alone and what follows it. The followers of a syllable are parsed when they are first asked for.
 * @throws Error when the header is another one.
 */
export function parseSyllableFile(text: string): SyllableCounts {
  const [header, ...lines] = text.trimEnd().split('\n');
  if (header !== syllableFileHeader) throw new Error(`not a file of "${syllableFileHeader}"`);
  const forms = new Map<string, Map<string, number>>();
  const unparsed = new Map<string, string>();
  let total = 0;
  for (const line of lines) {
    const [syllable = '', count = ''] = line.split(' ', 2);
    const key = fold(syllable);
    const ofKey = forms.get(key) ?? new Map<string, number>();
    forms.set(key, ofKey.set(syllable, Number(count)));
    total += Number(count);
    unparsed.set(syllable, line);
  }
  const parsed = new Map<string, { counts: ReadonlyMap<string, number>; total: number }>();
  const row = (syllable: string) => {
    let found = parsed.get(syllable);
    if (found === undefined) {
      found = parseFollowers(unparsed.get(syllable));
      parsed.set(syllable, found);
    }
    return found;
  };
  return {
    forms: (key) => forms.get(key) ?? none,
    followers: (syllable) => row(syllable).counts,
    followed: (syllable) => row(syllable).total,
    share: (key) => sum(forms.get(key) ?? none) / total,
  };
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

function parseFollowers(line: string | undefined) {
  const counts = new Map<string, number>();
  for (const pair of line?.split(' ').slice(2) ?? []) {
    const colon = pair.indexOf(':');
    counts.set(pair.slice(0, colon), Number(pair.slice(colon + 1)));
  }
  return { counts, total: sum(counts) };
}
