import type { Gap } from './gap.ts';

/** So that Excel reads the file as UTF-8; Vietnamese is unreadable without. */
const byteOrderMark = '\uFEFF';

/** Column names, in order, and what stands in them. */
const columns: ReadonlyArray<readonly [string, (gap: Gap) => string | number | boolean | null]> = [
  ['id', (gap) => gap.id],
  ['claim_text', (gap) => gap.claimText],
  ['language', (gap) => gap.language],
  ['topic', (gap) => gap.topic],
  ['pillar', (gap) => gap.pillar],
  ['score', (gap) => rounded(gap.score)],
  ['submissions', (gap) => gap.submissions],
  ['posts', (gap) => gap.posts],
  ['declined_posts', (gap) => gap.declinedPosts],
  ['claims', (gap) => gap.claims],
  ['first_submitted_at', (gap) => gap.firstSubmittedAt.toISOString()],
  ['last_submitted_at', (gap) => gap.lastSubmittedAt.toISOString()],
  ['nearest_document', (gap) => gap.nearest?.documentTitle ?? null],
  ['nearest_document_key', (gap) => gap.nearest?.documentKey ?? null],
  ['nearest_probability', (gap) => probability(gap.nearest)],
  ['answerable_now', (gap) => gap.answerableNow],
  ['answer_document', (gap) => gap.answer?.documentTitle ?? null],
  ['answer_document_key', (gap) => gap.answer?.documentKey ?? null],
  ['answer_probability', (gap) => probability(gap.answer)],
  ['post_ids', (gap) => gap.postIds.join(' ')],
];

/** Gaps as CSV (RFC 4180: CRLF, quotes doubled) with a header line and a byte order mark; times in UTC. */
export function gapCsv(gaps: readonly Gap[]): string {
  const lines = [
    columns.map(([name]) => name),
    ...gaps.map((gap) => columns.map(([, of]) => of(gap))),
  ];
  return byteOrderMark + lines.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('');
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection");
 * the text of a claim comes from strangers. Numbers are written as they are.
 */
export function toCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^\s*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function probability(document: Gap['nearest']): number | null {
  return document === null ? null : rounded(document.probability);
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
