import type { DbContext } from '#db/context.ts';
import { alignedPassages } from '#translations/index.ts';
import { loadPassages } from './load-sources.ts';
import type { DraftSentence, SourcePassage } from './types.ts';

/** What a reader of a draft has to know; stored with it. */
export interface DraftNote {
  /** Quoted in another language than the draft's: the corpus has no approved translation in force. */
  readonly code: 'missing_translation';
  readonly passage_ids: readonly number[];
}

export interface TranslatedSources {
  readonly sources: readonly SourcePassage[];
  /** Ids of passages in another language that have no translation. */
  readonly untranslated: ReadonlySet<string>;
}

/**
 * Sources with each one in another language than `language` replaced, at its place, by the passages
 * that are aligned with it: the official text in that language, in force on `asOf` (YYYY-MM-DD). One
 * without any stays as it is. Nothing is ever translated.
 */
export async function translateSources(
  ctx: Pick<DbContext, 'db'>,
  sources: readonly SourcePassage[],
  { language, asOf }: { language: string; asOf: string },
): Promise<TranslatedSources> {
  const foreign = sources.filter((source) => source.language !== language);
  const aligned = await alignedPassages(ctx, {
    passageIds: foreign.map(({ passageId }) => Number(passageId)),
    language,
    asOf,
  });
  const translations = await loadPassages(ctx, Array.from(aligned.values()).flat());
  const untranslated = new Set<string>();
  const found = new Map<string, SourcePassage>();
  for (const source of sources) {
    const targets = (aligned.get(Number(source.passageId)) ?? []).flatMap(
      (id) => translations.get(id) ?? [],
    );
    if (source.language !== language && targets.length === 0) untranslated.add(source.passageId);
    for (const quotable of targets.length > 0 ? targets : [source]) {
      if (!found.has(quotable.passageId)) found.set(quotable.passageId, quotable);
    }
  }
  return { sources: Array.from(found.values()), untranslated };
}

/** The note on what a draft quotes without a translation; none when it quotes nothing of that kind. */
export function notesOf(
  sentences: readonly DraftSentence[],
  untranslated: ReadonlySet<string>,
): DraftNote[] {
  const quoted = sentences
    .flatMap(({ citations }) => citations.map(({ passageId }) => passageId))
    .filter((id) => untranslated.has(id));
  if (quoted.length === 0) return [];
  const ids = Array.from(new Set(quoted), Number);
  return [{ code: 'missing_translation', passage_ids: ids.toSorted((a, b) => a - b) }];
}
