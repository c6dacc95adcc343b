import { fold } from '#language/fold.ts';
import { ValidationError } from '#platform/errors.ts';

import { DocumentInput } from '../document-input.ts';
import { isoDate } from './head-dates.ts';

export type Field = keyof DocumentInput;

/** Names of columns, folded; the fields' own names beside them. */
const ALIASES: Readonly<Record<Field, string>> = {
  key: 'ma|ma van ban|id',
  title: 'tieu de|ten|ten van ban|trich yeu',
  text: 'noi dung|toan van|van ban|content',
  issuer: 'co quan ban hanh|co quan|noi ban hanh',
  number: 'so hieu|so ky hieu|so van ban',
  kind: 'loai|loai van ban',
  language: 'ngon ngu|lang',
  pillar: 'tru cot|khoi',
  topics: 'chu de|linh vuc',
  citable: 'duoc trich dan|trich dan',
  issued_on: 'ngay ban hanh|ngay ky',
  valid_from: 'ngay hieu luc|ngay co hieu luc|hieu luc tu|co hieu luc tu',
  valid_to: 'het hieu luc|ngay het hieu luc|hieu luc den',
  supersedes: 'thay the',
  recheck_by: 'kiem tra lai|ngay kiem tra lai',
  source_url: 'url|lien ket|duong dan',
};
const IGNORED = new Set(['', 'stt', '#', 'ghi chu', 'note', 'notes']);
const fields = Object.keys(DocumentInput.shape) as Field[];
const fieldOf = new Map(
  fields.flatMap((field) =>
    [field.replaceAll('_', ' '), ...ALIASES[field].split('|')].map(
      (name) => [name, field] as const,
    ),
  ),
);
const VALUES: Partial<Record<Field, Readonly<Record<string, unknown>>>> = {
  citable: {
    true: true,
    co: true,
    yes: true,
    '1': true,
    x: true,
    false: false,
    khong: false,
    no: false,
    '0': false,
  },
  pillar: { dang: 'party', 'nha nuoc': 'state', 'nhan dan': 'people' },
  language: { 'tieng viet': 'vi', 'tieng anh': 'en', 'tieng trung': 'zh' },
  kind: {
    luat: 'law',
    'phat ngon': 'statement',
    'tuyen bo': 'statement',
    'tuyen ngon': 'declaration',
    'tai lieu': 'fact_sheet',
    khac: 'other',
  },
};

/**
 * The field of each column of a header row, null for columns of notes and numbering.
 * @throws ValidationError on an unknown or repeated column, and when text or key has none.
 */
export function readHeader(names: readonly string[], fileName: string): Array<Field | null> {
  const columns = names.map((name) => {
    const folded = fold(name)
      .replace(/[\s_]+/g, ' ')
      .trim();
    if (IGNORED.has(folded)) return null;
    const field = fieldOf.get(folded);
    if (field !== undefined) return field;
    throw fault(
      fileName,
      name,
      `unknown column ${name.trim()}`,
      `remove it, or name it one of ${fields.join(', ')}`,
    );
  });
  for (const field of fields) {
    const count = columns.filter((column) => column === field).length;
    if (count > 1) throw fault(fileName, field, `two columns for ${field}`, 'keep one of them');
  }
  if (!columns.includes('text')) {
    throw fault(
      fileName,
      'text',
      'no column for the text',
      'name one column text or "nội dung", in the first row',
    );
  }
  if (!columns.includes('key') && !columns.includes('number')) {
    throw fault(
      fileName,
      'key',
      'no column that tells rows apart',
      'add a column key (mã): the same key again is a new version',
    );
  }
  return columns;
}

/** A cell as the value of its field; what cannot be read stays text, for the field's own check to refuse. */
export function readCell(field: Field, cell: string): unknown {
  if (field === 'text') return cell;
  const value = cell.trim();
  if (field === 'topics' || field === 'supersedes') {
    return value
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
  }
  const date = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
  if (date !== null && /_on$|_from$|_to$|_by$/.test(field)) {
    return isoDate(Number(date[3]), Number(date[2]), Number(date[1])) ?? value;
  }
  const known = VALUES[field];
  return known === undefined ? value : (known[fold(value)] ?? value);
}

function fault(fileName: string, field: string, what: string, remedy: string): ValidationError {
  return new ValidationError(`${fileName}: ${what}`, { field, remedy });
}
