import { z } from 'zod';

import { assertStorableText, canonicalText } from '#language/canonical-text.ts';
import { detectLanguage } from '#language/detect-language.ts';
import { ValidationError } from '#platform/errors.ts';

/** 16 MiB of UTF-8: the longest code of law is a tenth of that. */
const maxDocumentBytes = 16_777_216;

const ISO_DATE = 'use a date as YYYY-MM-DD';
const isoDate = z.iso.date(ISO_DATE).nullish();
const name = z
  .string('use text, in quotes if it looks like a number')
  .trim()
  .min(1, 'give some text');

/** A document as an importer hands it over; `text` is canonical, and offsets are code points into it. */
export const DocumentInput = z.strictObject({
  /** Stable identity: a later import with the same key is a new version of this document. */
  key: name.max(400, 'shorten it to at most 400 characters'),
  title: name.max(1000, 'shorten it to at most 1000 characters'),
  text: z.string('use text'),
  /** ISO 639-1 code. */
  language: z.string('use text').regex(/^[a-z]{2}$/, 'use a two-letter code such as vi or en'),
  issuer: name.nullish(),
  number: name.nullish(),
  kind: z
    .enum(
      ['statement', 'law', 'declaration', 'fact_sheet', 'other'],
      'use statement, law, declaration, fact_sheet or other',
    )
    .optional(),
  pillar: z.enum(['party', 'state', 'people'], 'use party, state or people').nullish(),
  topics: z.array(name, 'use a list of names'),
  /** Whether a draft may quote it. */
  citable: z.boolean('use true or false'),
  issued_on: isoDate,
  valid_from: isoDate,
  /** The first day on which it is no longer in force. */
  valid_to: isoDate,
  /** Keys of other documents it takes the place of from `valid_from` on. */
  supersedes: z.array(name, 'use a list of keys').max(100, 'name at most 100').optional(),
  /** The day by which somebody is to hold it against its source again. */
  recheck_by: isoDate,
  source_url: z.url({ protocol: /^https?$/, error: 'use an http or https address' }).nullish(),
});
export type DocumentInput = z.infer<typeof DocumentInput>;

/** What an importer may leave out: `topics` is then empty, `citable` true, the language detected. */
export type RawDocument = Readonly<Record<string, unknown>> & { readonly text: string };

/**
 * Canonicalises and checks one document. `where` ("law.md", "line 12") begins every message.
 * @throws ValidationError | TooLargeError naming the field and the remedy.
 */
export function toDocumentInput(raw: RawDocument, where: string): DocumentInput {
  assertStorableText(raw.text, { field: `${where}: text`, maxBytes: maxDocumentBytes });
  const text = canonicalText(raw.text).replace(/^\n+|\n+$/g, '');
  if (typeof raw['title'] === 'string' && raw['title'].trim() !== '') {
    assertStorableText(raw['title'], { field: `${where}: title`, maxBytes: 4000 });
  }
  const parsed = DocumentInput.safeParse({
    topics: [],
    citable: true,
    ...raw,
    ...(typeof raw['title'] === 'string' ? { title: oneLine(raw['title']) } : {}),
    text,
    language: languageOf(raw['language'], text, where),
  });
  if (!parsed.success) throw asValidationError(parsed.error, raw, where);
  refuseReversedDates(parsed.data, where);
  return parsed.data;
}

function oneLine(title: string): string {
  return canonicalText(title).replace(/\s+/g, ' ').trim();
}

function languageOf(given: unknown, text: string, where: string): unknown {
  if (typeof given === 'string')
    return given
      .trim()
      .toLowerCase()
      .replace(/[-_].*$/, '');
  if (given !== undefined && given !== null) return given;
  const { language } = detectLanguage(text.slice(0, 20_000));
  if (language !== 'und') return language;
  throw new ValidationError(`${where}: the language could not be detected`, {
    field: 'language',
    remedy: 'name it, for example language: vi',
  });
}

function refuseReversedDates(document: DocumentInput, where: string): void {
  const { valid_from, valid_to } = document;
  if (!valid_from || !valid_to || valid_from < valid_to) return;
  throw new ValidationError(`${where}: valid_to is not after valid_from`, {
    field: 'valid_to',
    remedy: 'give the first day on which the document is no longer in force',
  });
}

function asValidationError(error: z.ZodError, raw: RawDocument, where: string): ValidationError {
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const field = issue.keys[0] ?? '';
    const known = Object.keys(DocumentInput.shape).filter((key) => key !== 'text');
    return new ValidationError(`${where}: unknown field ${field}`, {
      field,
      remedy: `remove it, or use one of ${known.join(', ')}`,
    });
  }
  const field = issue?.path.join('.') ?? '';
  const what = raw[String(issue?.path[0])] === undefined ? 'is missing' : 'is not valid';
  return new ValidationError(`${where}: ${field} ${what}`, {
    field,
    remedy: issue?.message ?? 'correct it',
  });
}
