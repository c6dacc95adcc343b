import { parseDocument } from 'yaml';

import type { SourcePlace } from '#db/schema/corpus.ts';
import { ValidationError } from '#platform/errors.ts';

import { type DocumentInput, toDocumentInput } from '../document-input.ts';
import { placedLines } from './placed-lines.ts';
import { markdownLines } from './markdown-text.ts';

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/;

export interface MarkdownOptions {
  readonly fileName: string;
  /** Fields that win over the front matter; with a title it may be missing. */
  readonly given?: Partial<Omit<DocumentInput, 'text'>>;
}

/** A document and the lines of its file. */
export interface PlacedDocument {
  readonly document: DocumentInput;
  readonly places: SourcePlace[];
}

/** @see readMarkdown */
export function parseMarkdown(raw: string, options: MarkdownOptions): DocumentInput {
  return readMarkdown(raw, options).document;
}

/**
 * Reads a Markdown file: YAML front matter with the fields of `DocumentInput` (`title` is required,
 * `key` is the file name unless given), then the text.
 * @throws ValidationError on broken or missing front matter, an unknown key or a missing title.
 */
export function readMarkdown(raw: string, options: MarkdownOptions): PlacedDocument {
  const { fileName, given = {} } = options;
  const source = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const match = FRONT_MATTER.exec(source);
  if (match === null && given.title === undefined) {
    throw new ValidationError(`${fileName}: no front matter`, {
      field: 'title',
      remedy: 'begin the file with a line ---, a line "title: …" and a line ---',
    });
  }
  const fields = match === null ? {} : parseFrontMatter(match[1] ?? '', fileName);
  if ('text' in fields) {
    throw new ValidationError(`${fileName}: unknown field text`, {
      field: 'text',
      remedy: 'put the text behind the front matter',
    });
  }
  const [front = ''] = match ?? [];
  const skipped = front.split('\n').length - 1;
  const { text, places } = placedLines(markdownLines(source.slice(front.length)), skipped);
  return {
    document: toDocumentInput({ key: fileName, ...fields, ...given, text }, fileName),
    places,
  };
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
