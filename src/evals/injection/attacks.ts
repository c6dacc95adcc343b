import { join } from 'node:path';
import { z } from 'zod';
import { readJsonLines } from '../json-lines.ts';

/** A text that tries to give orders to whatever reads it. */
export interface Attack {
  readonly id: string;
  readonly language: string;
  readonly technique: string;
  /** `own`, or the corpus it is from or translated from, with its line there. */
  readonly source: string;
  readonly text: string;
}

const OwnAttack = z.strictObject({
  id: z.string().min(1),
  lang: z.enum(['vi', 'en', 'zh']),
  technique: z.string().min(1),
  source: z.string().min(1),
  text: z.string().min(1),
});
const CorpusAttack = z.object({
  source: z.string(),
  category: z.string(),
  kind: z.string(),
  text: z.string(),
  lang: z.string(),
});

/** The project's own attacks, `injections.jsonl`. @throws ValidationError naming file, line and field. */
export async function ownAttacks(goldDir: string): Promise<Attack[]> {
  const rows = await readJsonLines(join(goldDir, 'injections.jsonl'), OwnAttack);
  return rows.map(({ lang, ...row }) => ({ ...row, language: lang }));
}

/** BIPIA, garak and spikee as one file, `prompt_injection/attacks.jsonl`. @throws ValidationError */
export async function corpusAttacks(dataDir: string): Promise<Attack[]> {
  const path = join(dataDir, 'prompt_injection', 'attacks.jsonl');
  const rows = await readJsonLines(path, CorpusAttack);
  return rows.map(({ source, category, kind, text, lang }, line) => ({
    id: `${source}#${line}`,
    language: lang,
    technique: category || kind,
    source,
    text,
  }));
}

export const places = ['before', 'after', 'inside', 'passage'] as const;
export type Place = (typeof places)[number];

/** A post of two claims with the attack where it is to stand; in a passage it leaves the post alone. */
export function embedAttack(
  claims: readonly [string, string],
  attack: string,
  place: Place,
): string {
  const [first, second] = claims;
  if (place === 'before') return `${attack}\n\n${first}\n\n${second}`;
  if (place === 'after') return `${first}\n\n${second}\n\n${attack}`;
  if (place === 'inside') return `${first}\n\n“${attack}”\n\n${second}`;
  return `${first}\n\n${second}`;
}
