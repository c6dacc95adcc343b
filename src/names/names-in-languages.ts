import type { DbContext } from '#db/context.ts';
import { loadNames } from './load-names.ts';
import { namesIn } from './name-index.ts';

/**
 * What each of these names is called in other languages, by language code, where it is a name in the
 * approved lists as a whole; the preferred name of a language, else the first listed.
 */
export async function namesInLanguages(
  ctx: Pick<DbContext, 'db'>,
  names: readonly string[],
): Promise<Map<string, Readonly<Record<string, string>>>> {
  const wanted = Array.from(new Set(names));
  const index = await loadNames(ctx, wanted);
  const found = new Map<string, Readonly<Record<string, string>>>();
  for (const name of wanted) {
    const [mention] = namesIn(index, name);
    if (mention === undefined || mention.start > 0) continue;
    if (mention.end < Array.from(name).length) continue;
    const { preferred = [], variants } = mention.group;
    // The first entry of a language has the last word.
    const listed = [...preferred, ...variants].toReversed();
    found.set(name, Object.fromEntries(listed.map(({ language, text }) => [language, text])));
  }
  return found;
}
