import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreDiacritics } from '#language/restore-diacritics.ts';
import { generalSyllables } from './load-syllables.ts';

const data = join(import.meta.dirname, '../language/data');

test('the shipped counts are those their description names, read once', async () => {
  const bytes = await readFile(join(data, 'syllables.txt.gz'));
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(await readFile(join(data, 'syllables.md'), 'utf8')).toContain(hash);
  const load = generalSyllables();
  expect(await load()).toBe(await load());
});

test('general counts restore ordinary sentences', async () => {
  const counts = await generalSyllables()();
  const typed = 'Nguoi dan Viet Nam song o ven bien va lam nghe danh ca.';
  expect(restoreDiacritics(typed, [counts]).text).toBe(
    'Người dân Việt Nam sống ở ven biển và làm nghề đánh cá.',
  );
});
