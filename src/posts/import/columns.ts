import { fold } from '#language/fold.ts';
import { ValidationError } from '#platform/errors.ts';
import { type ImportField, importFields } from './refusals.ts';

/** Which column each part of a post is read from, by its place from 0; null: none. */
export interface Mapping {
  readonly text: number;
  readonly platform: number | null;
  readonly url: number | null;
  readonly posted_at: number | null;
}

export interface Column {
  readonly name: string;
  /** It names who wrote the post: never read, whatever it is asked for. */
  readonly author: boolean;
}

/** What exports call the parts of a post, folded; better names first. */
const names: Readonly<Record<ImportField, string>> = {
  text: 'text|noi dung|noi dung bai dang|bai dang|bai viet|van ban|content|message|post|post text|caption|body|status|description|mo ta|tin nhan',
  platform: 'platform|nen tang|kenh|mang xa hoi|mxh|channel|network|source|nguon',
  url: 'url|link|lien ket|duong dan|dia chi|dia chi bai dang|post url|permalink|address',
  posted_at:
    'posted at|thoi gian|thoi diem|thoi gian dang|thoi diem dang|ngay dang|ngay|ngay gio|dang luc|created at|created time|published at|timestamp|datetime|date|time|posted',
};

const authorNames = new Set(
  'author|authors|author name|author id|user|user name|username|user id|userid|screen name|display name|full name|fullname|first name|last name|name|nick|nickname|handle|account|account name|profile|profile url|profile link|author url|avatar|from|from id|from name|sender|owner|page name|poster|posted by|email|e mail|phone|phone number|tac gia|nguoi dang|nguoi viet|nguoi gui|nguoi dung|ten nguoi dung|ten nguoi dang|ten tai khoan|tai khoan|ten|ho ten|ho va ten|biet danh|trang ca nhan|link ca nhan|facebook ca nhan|chu tai khoan|so dien thoai|dien thoai|sdt|thu dien tu'.split(
    '|',
  ),
);

/** A header as columns; those that name who wrote a post are marked. */
export function toColumns(header: readonly string[]): Column[] {
  return header.map((name) => ({ name: name.trim(), author: authorNames.has(plain(name)) }));
}

/** What the names of the columns say; `text` is null when none does and there is more than one to choose from. */
export function proposeMapping(
  columns: readonly Column[],
): Omit<Mapping, 'text'> & { readonly text: number | null } {
  const find = (field: ImportField): number | null => {
    for (const name of names[field].split('|')) {
      const index = columns.findIndex((column) => !column.author && plain(column.name) === name);
      if (index >= 0) return index;
    }
    return null;
  };
  const readable = columns.flatMap((column, index) => (column.author ? [] : [index]));
  const only = readable.length === 1 ? (readable[0] ?? null) : null;
  return {
    text: find('text') ?? only,
    platform: find('platform'),
    url: find('url'),
    posted_at: find('posted_at'),
  };
}

/**
 * A mapping that somebody chose. @throws ValidationError (field `mapping.<field>`) when text has no column,
 * a column is not there, is taken twice or names who wrote the post.
 */
export function checkMapping(
  columns: readonly Column[],
  chosen: Readonly<Record<ImportField, number | null>>,
): Mapping {
  for (const field of importFields) {
    const index = chosen[field];
    if (index === null) continue;
    const column = columns[index];
    if (column === undefined)
      throw refuse(field, 'there is no such column', 'Choose one of the file.');
    if (column.author) {
      throw refuse(
        'author',
        'this column names who wrote the post',
        'It is never read; choose another.',
      );
    }
    const twice = importFields.find((other) => other !== field && chosen[other] === index);
    if (twice !== undefined) {
      throw refuse('twice', `one column for ${field} and ${twice}`, 'Choose a column for each.');
    }
  }
  if (chosen.text === null) {
    throw refuse(
      'text',
      'no column holds the text of the posts',
      'Choose the column with the text.',
    );
  }
  return { ...chosen, text: chosen.text };
}

function refuse(field: string, what: string, remedy: string): ValidationError {
  return new ValidationError(what, { field: `mapping.${field}`, remedy });
}

function plain(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
