import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { ValidationError } from '#platform/errors.ts';
import type { RawNameGroup } from './check-names.ts';

const ownFields: ReadonlySet<string> = new Set(['key', 'kind', 'preferred', 'note']);

/**
 * Reads a list of names: a YAML list of groups, each with `key`, `kind` and, under each language code,
 * a name or a list of names; `preferred` (a name for a language each) and `note` may stand beside them
 * (`demo/names.yaml`). `fileName` and the line begin every message.
 * @throws ValidationError when the file is not such a list; faults of its entries are `checkNames`' part.
 */
export function parseNames(text: string, fileName: string): RawNameGroup[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const lineOf = (node: unknown): number =>
    lineCounter.linePos((node as Partial<Node> | null)?.range?.[0] ?? 0).line;
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line ?? 1;
    throw new ValidationError(`${fileName}:${line}: not YAML`, {
      field: 'file',
      remedy: 'Put names with a comma, colon or # in quotes.',
    });
  }
  if (!isSeq(document.contents)) throw notAList(fileName, 1);
  return document.contents.items.map((item) => {
    const place = `${fileName}:${lineOf(item)}`;
    if (!isMap(item)) throw notAList(fileName, lineOf(item));
    const fields = item.items.map((pair) => ({
      name: isScalar(pair.key) ? String(pair.key.value) : '',
      value: (pair.value as Node | null)?.toJS(document, { maxAliasCount: 0 }) as unknown,
    }));
    const valueOf = (name: string): unknown => fields.find((field) => field.name === name)?.value;
    return {
      place,
      key: valueOf('key'),
      kind: valueOf('kind'),
      preferred: preferredIn(valueOf('preferred')),
      note: valueOf('note'),
      variants: fields
        .filter(({ name }) => !ownFields.has(name))
        .flatMap(({ name, value }) =>
          (Array.isArray(value) ? (value as unknown[]) : [value]).map((one) => ({
            language: name,
            text: one,
          })),
        ),
    };
  });
}

/** A name for each language; what is no such map becomes an entry that `checkNames` refuses. */
function preferredIn(value: unknown): Array<{ language: string; text: unknown }> {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [{ language: 'preferred', text: value }];
  return Object.entries(value).map(([language, text]) => ({ language, text: text as unknown }));
}

function notAList(fileName: string, line: number): ValidationError {
  return new ValidationError(`${fileName}:${line}: not a list of groups`, {
    field: 'file',
    remedy: 'Begin each group with “- key: …”; demo/names.yaml shows how.',
  });
}
