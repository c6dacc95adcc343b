/** Why a row is not imported; a closed list, in words in the catalogues and, for programs, below. */
export const refusalCodes = [
  'not_json',
  'too_many_cells',
  'text_missing',
  'text_damaged',
  'text_too_long',
  'platform',
  'url',
  'posted_at',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** The part of a post at fault; null: the row as a whole. */
export type ImportField = 'text' | 'platform' | 'url' | 'posted_at';
export const importFields = ['text', 'platform', 'url', 'posted_at'] as const;

export interface Refusal {
  /** Line of an .ndjson file; row of a table as a spreadsheet counts, the names of the columns being row 1. */
  readonly row: number;
  readonly code: RefusalCode;
}

interface RefusalText {
  readonly field: ImportField | null;
  readonly message: string;
  readonly remedy: string;
}

/** For the command line and the API. No word of the row itself: it may name somebody. */
export const refusalTexts: Readonly<Record<RefusalCode, RefusalText>> = {
  not_json: {
    field: null,
    message: 'not a JSON object',
    remedy: 'Write one JSON object on each line.',
  },
  too_many_cells: {
    field: null,
    message: 'more cells than there are columns',
    remedy: 'Put texts that hold the separator in quotation marks.',
  },
  text_missing: { field: 'text', message: 'no text', remedy: 'Give the words of the post.' },
  text_damaged: {
    field: 'text',
    message: 'the text holds damaged characters, or none that can be seen',
    remedy: 'Export it again as UTF-8.',
  },
  text_too_long: {
    field: 'text',
    message: 'the text is larger than 65,536 bytes',
    remedy: 'Shorten it, or split it into posts.',
  },
  platform: {
    field: 'platform',
    message: 'not a platform name',
    remedy: 'Use 1 to 40 letters, digits, spaces, dots or hyphens, e.g. "facebook".',
  },
  url: {
    field: 'url',
    message: 'not a web address',
    remedy: 'Give an address that starts with https:// and has at most 2,000 characters, or none.',
  },
  posted_at: {
    field: 'posted_at',
    message: 'not a date and time',
    remedy: 'Write 2026-11-22T08:30:00+07:00, or 22/11/2026 08:30 in Vietnamese time.',
  },
};
