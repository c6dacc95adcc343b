import { parseDocument } from 'yaml';

import { ValidationError } from '#platform/errors.ts';

import { type DocumentInput, toDocumentInput } from '../document-input.ts';
import { markdownToText } from './markdown-text.ts';

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/;

/**
 * Reads a Markdown file: YAML front matter with the fields of `DocumentInput` (`title` is required,
 * `key` is the file name unless given), then the text.
 * @throws ValidationError on broken or missing front matter, an unknown key or a missing title.
 */
export function parseMarkdown(raw: string, options: { fileName: string }): DocumentInput {
  const { fileName } = options;
  const source = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const match = FRONT_MATTER.exec(source);
  if (match === null) {
    throw new ValidationError(`${fileName}: no front matter`, {
      field: 'title',
      remedy: 'begin the file with a line ---, a line "title: …" and a line ---',
    });
  }
  const fields = parseFrontMatter(match[1] ?? '', fileName);
  if ('text' in fields) {
    throw new ValidationError(`${fileName}: unknown field text`, {
      field: 'text',
      remedy: 'put the text behind the front matter',
    });
  }
  const text = markdownToText(source.slice(match[0].length));
  return toDocumentInput({ key: fileName, ...fields, text }, fileName);
}

function parseFrontMatter(yaml: string, fileName: string): Record<string, unknown> {
  const document = parseDocument(yaml, { prettyErrors: true });
  const error = document.errors[0];
  const value: unknown = error === undefined ? document.toJS({ maxAliasCount: 0 }) : undefined;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  const line = error?.linePos?.[0].line;
  const place = line === undefined ? '' : ` (line ${line + 1})`;
  throw new ValidationError(`${fileName}: the front matter is not a list of YAML fields${place}`, {
    field: 'front matter',
    remedy: 'write one "name: value" per line and put values with a colon or # in quotes',
  });
}
