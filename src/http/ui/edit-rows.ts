import {
  draftAudiences,
  draftLanguages,
  draftLengths,
  type EditInput,
  type SentenceRole,
} from '#drafting/index.ts';
import type { DraftView } from '#review/index.ts';
import { choiceOf, optionalText, textOf } from './forms.ts';

/** One sentence of the edit form; row 0 is the headline. */
export interface EditRow {
  readonly position: string;
  readonly role: string;
  readonly text: string;
  readonly citations: ReadonlyArray<{ readonly passage: string; readonly quote: string }>;
}

const roles: readonly SentenceRole[] = [
  'FACT',
  'WARNING',
  'MYTH',
  'WHY',
  'ALTERNATIVE',
  'CONNECTIVE',
];
/** Rows and citations beyond these are not read. */
export const maxRows = 60;
export const maxCitations = 10;

/** The stored draft as rows, with an empty one to add a sentence before the last. */
export function rowsOfDraft(draft: DraftView): EditRow[] {
  const rows = draft.sentences.map(({ ordinal, role, text, citations }) => ({
    position: String(ordinal * 10),
    role: role as string,
    text,
    citations: citations.map(({ passage_id, quote }) => ({ passage: String(passage_id), quote })),
  }));
  const beforeLast = String(Math.max(1, draft.sentences.length - 1) * 10 - 5);
  return [...rows, { position: beforeLast, role: 'WHY', text: '', citations: [] }];
}

/** What was typed, as it was typed. */
export function rowsOfForm(form: FormData): EditRow[] {
  const rows: EditRow[] = [];
  for (let row = 0; row < maxRows && form.has(`s${row}.text`); row += 1) {
    const citations = [];
    for (let one = 0; one < maxCitations && form.has(`s${row}.c${one}.quote`); one += 1) {
      citations.push({
        passage: textOf(form, `s${row}.c${one}.passage`),
        quote: textOf(form, `s${row}.c${one}.quote`),
      });
    }
    rows.push({
      position: textOf(form, `s${row}.position`),
      role: textOf(form, `s${row}.role`),
      text: textOf(form, `s${row}.text`),
      citations,
    });
  }
  return rows;
}

/** Which row each sentence comes from: the headline's, then those with text by position. */
export function rowOrder(rows: readonly EditRow[]): number[] {
  const others = rows
    .map(({ position, text }, row) => ({ row, text, position: Number(position) || 0 }))
    .filter(({ row, text }) => row > 0 && text.trim() !== '')
    .toSorted((a, b) => a.position - b.position);
  return [0, ...others.map(({ row }) => row)];
}

/** The rows as the verb takes them: in order, without empty sentences and empty citations. */
export function sentencesOf(rows: readonly EditRow[]): Pick<EditInput, 'headline' | 'sentences'> {
  const none = { position: '0', role: 'FACT', text: '', citations: [] };
  const [headline, ...sentences] = rowOrder(rows).map((row) => sentenceOf(rows[row] ?? none));
  return { headline: headline ?? sentenceOf(none), sentences };
}

/** What the form sets of the draft as a whole. @throws ValidationError for a choice it does not offer */
export function optionsOf(
  form: FormData,
): Omit<EditInput, 'postId' | 'baseRevision' | 'headline' | 'sentences'> {
  // A box that is not ticked is not sent: the day beside it tells that the form had one.
  if (!form.has('review_by')) return {};
  return {
    reviewBy: optionalText(form, 'review_by'),
    noAlternative: form.has('no_alternative'),
    audience: choiceOf(form, 'audience', draftAudiences),
    length: choiceOf(form, 'length', draftLengths),
    language: choiceOf(form, 'language', draftLanguages),
  };
}

function sentenceOf(row: EditRow): EditInput['headline'] {
  return {
    role: roles.find((role) => role === row.role) ?? 'FACT',
    text: row.text.trim(),
    citations: row.citations
      .filter(({ passage, quote }) => /^\d{1,9}$/.test(passage) && quote.trim() !== '')
      .map(({ passage, quote }) => ({ passageId: Number(passage), quote })),
  };
}
