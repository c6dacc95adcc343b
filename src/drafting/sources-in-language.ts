import type { DbContext } from '#db/context.ts';
import type { DraftLanguage } from './extractive/templates.ts';
import { isDraftLanguage } from './extractive/templates.ts';
import { draftLanguage } from './prepare-draft.ts';
import { type TranslatedSources, translateSources } from './translate-sources.ts';
import type { SourcePassage } from './types.ts';

/**
 * The sources of a draft with its language: the one asked for, else the claim's own where the corpus has
 * what it cites in it (see `draftLanguage`).
 */
export async function sourcesInLanguage(
  ctx: Pick<DbContext, 'db'>,
  sources: readonly SourcePassage[],
  options: { claimLanguage: string; language?: DraftLanguage | undefined; asOf: string },
): Promise<TranslatedSources & { readonly language: DraftLanguage }> {
  const { claimLanguage, asOf } = options;
  const wanted = options.language ?? (isDraftLanguage(claimLanguage) ? claimLanguage : 'vi');
  const translated = await translateSources(ctx, sources, { language: wanted, asOf });
  const language = options.language ?? draftLanguage(claimLanguage, translated.sources);
  if (language === wanted) return { ...translated, language };
  return { ...(await translateSources(ctx, sources, { language, asOf })), language };
}

/**
 * Whether a draft may be offered in a language: Vietnamese and English always, with a note on what is
 * quoted in another; any other language only where one of the sources is in it.
 */
export function hasSourcesIn(
  language: DraftLanguage,
  sources: ReadonlyArray<Pick<SourcePassage, 'language'>>,
): boolean {
  if (language === 'vi' || language === 'en') return true;
  return sources.some((source) => source.language === language);
}
