import { type RawBuilder, sql } from 'kysely';
import { restoreDiacritics } from '#language/restore-diacritics.ts';
import { markedShare } from '#language/restore-diacritics-need.ts';
import { countsFromRows, type SyllableCountRow } from '#language/syllable-counts.ts';
import { countKeys } from '#language/syllable-text.ts';
import type { RetrievalContext } from './context.ts';

/** With more of its syllables marked a text is complete; below it the counts judge each syllable. */
const completeShare = 0.8;

/**
 * The rows of a text: one look-up by primary key for each of its syllables and pairs of neighbours. With
 * 107,000 rows and 62 keys .4 ms on PostgreSQL 18, and 260 rows come back.
 */
export function syllableStatement(keys: readonly string[]): RawBuilder<SyllableCountRow> {
  return sql<SyllableCountRow>`
    select key, first, second, count from syllable_count where key = any(${[...keys]}::text[])`;
}

/**
 * The query with its diacritics put back, by the counts of general text and of the approved corpus;
 * `restored` counts the syllables that changed. Without general counts the corpus decides alone, without
 * counts of the corpus the general ones; with neither, or when the text is not Vietnamese or has its diacritics, it
 * comes back as it was.
 */
export async function restoreQuery(
  ctx: Pick<RetrievalContext, 'db' | 'syllables'>,
  text: string,
): Promise<{ text: string; restored: number }> {
  const share = markedShare(text);
  if (share === null || share > completeShare) return { text, restored: 0 };
  const general = await ctx.syllables();
  const { rows } = await syllableStatement(countKeys(text)).execute(ctx.db);
  const layers = [...(general === null ? [] : [general]), countsFromRows(rows)];
  const { text: restoredText, changed } = restoreDiacritics(text, layers);
  return changed === 0 ? { text, restored: 0 } : { text: restoredText, restored: changed };
}
