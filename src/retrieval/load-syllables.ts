import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { SyllableCounts } from '#language/syllable-counts.ts';
import { parseSyllableFile } from '#language/syllable-file.ts';

const file = new URL('../language/data/syllables.txt.gz', import.meta.url);

/** The shipped counts of general Vietnamese text, read once when first asked for (about 40 ms). */
export function generalSyllables(): () => Promise<SyllableCounts> {
  let loaded: Promise<SyllableCounts> | null = null;
  return () => (loaded ??= readFile(file).then(unpack));
}

async function unpack(bytes: Buffer): Promise<SyllableCounts> {
  return parseSyllableFile((await promisify(gunzip)(bytes)).toString('utf8'));
}
