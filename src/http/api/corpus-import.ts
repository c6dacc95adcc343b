import { z } from '@hono/zod-openapi';
import { importEach, type ImportItem, type ImportOutcome } from '#corpus/index.ts';
import { DocumentInput, toDocumentInput } from '#corpus/document-input.ts';
import { AppError, UnavailableError, ValidationError } from '#platform/errors.ts';
import { canonicalJson, sha256Hex } from '#platform/hash.ts';
import { id, json } from './fields.ts';
import { FileQuery, givenOf } from './file-query.ts';
import { createRouter, operation } from './operation.ts';
import { RowError, rowError } from './row-error.ts';

const maxDocuments = 200;
const dryRun = z.boolean().default(false).openapi({ description: 'Check all, store nothing.' });

const Row = z.object({
  source: z.string().openapi({ description: 'documents[3], or file name and line.' }),
  key: z.string().nullable(),
  change: z.enum(['created', 'new_version', 'unchanged']).nullable(),
  version_id: id.nullable().openapi({ description: 'Of the new draft.' }),
  passages: z.int(),
  proposals: z
    .array(z.object({ field: z.string(), value: z.string(), quote: z.string() }))
    .openapi({ description: 'Read in the text, not applied.' }),
  error: RowError.nullable(),
});
const Imported = z
  .object({ dry_run: z.boolean(), items: z.array(Row), warnings: z.array(z.string()) })
  .openapi('ImportedDocuments');
const responses = {
  200: { description: 'What became of each document.', content: json(Imported) },
};

const importRows = operation(
  { may: 'corpus.edit' },
  {
    method: 'post',
    path: '/v1/corpus/documents',
    operationId: 'importDocuments',
    tags: ['corpus'],
    summary: 'Import documents as draft versions',
    description:
      'The same document again changes nothing. One that is refused does not stop the others. Another person approves them.',
    request: {
      body: {
        required: true,
        content: json(
          z.strictObject({
            documents: z
              .array(
                DocumentInput.partial({ language: true, topics: true, citable: true }).openapi(
                  'NewDocument',
                ),
              )
              .min(1)
              .max(maxDocuments),
            dry_run: dryRun,
          }),
        ),
      },
    },
    responses,
  },
);

const importFile = operation(
  { may: 'corpus.edit', problems: [413, 503] },
  {
    method: 'post',
    path: '/v1/corpus/files',
    operationId: 'importFile',
    tags: ['corpus'],
    summary: 'Import a file as draft versions',
    description:
      'The body is the file itself, up to 64 MiB: .md, .html, .txt, .csv, .tsv, .docx, .pdf with text, or .jsonl.',
    request: {
      query: FileQuery,
      body: {
        required: true,
        content: {
          'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) },
        },
      },
    },
    responses,
  },
);

export const corpusImport = createRouter()
  .openapi(importRows, async (c) => {
    const { documents, dry_run } = c.req.valid('json');
    const items: ImportItem[] = [];
    const refused: Array<z.infer<typeof Row>> = [];
    for (const [index, row] of documents.entries()) {
      const source = `documents[${index}]`;
      try {
        const document = toDocumentInput(row, source);
        const sourceSha256 = await sha256Hex(canonicalJson(row));
        items.push({ document, sourceName: source, sourceSha256 });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refused.push({ ...empty, source, key: row.key, error: rowError(error) });
      }
    }
    const outcomes = await importEach(c.var.ctx, { items, dryRun: dry_run });
    const rows = [...outcomes.map((one) => render(one, dry_run)), ...refused];
    const order = (row: z.infer<typeof Row>): number => Number(/\d+/.exec(row.source)?.[0]);
    rows.sort((a, b) => order(a) - order(b));
    return c.json({ dry_run, items: rows, warnings: [] }, 200);
  })
  .openapi(importFile, async (c) => {
    const { readItems } = c.var;
    if (readItems === null) {
      throw new UnavailableError('files cannot be read here', {
        remedy: 'Import them through the Node process, or send documents as JSON.',
      });
    }
    refuseForm(c.req.header('Content-Type') ?? '');
    const query = c.req.valid('query');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const read = await readItems(bytes, {
      fileName: query.file_name,
      given: givenOf(query),
      acceptProposals: query.accept_proposals === 'true',
    });
    const isDry = query.dry_run === 'true';
    const outcomes = await importEach(c.var.ctx, { items: read.items, dryRun: isDry });
    const refused = read.errors.map(({ source, error }) => ({
      ...empty,
      source,
      error: rowError(error),
    }));
    const items = [...outcomes.map((one) => render(one, isDry)), ...refused];
    return c.json({ dry_run: isDry, items, warnings: [...read.warnings] }, 200);
  });

const empty = { key: null, change: null, version_id: null, passages: 0, proposals: [] };

function render({ item, result, error }: ImportOutcome, isDry: boolean): z.infer<typeof Row> {
  return {
    source: item.sourceName,
    key: item.document.key,
    change: result?.change ?? null,
    version_id: isDry ? null : (result?.versionId ?? null),
    passages: result?.passages ?? 0,
    proposals: (item.proposals ?? []).map(({ field, value, quote }) => ({ field, value, quote })),
    error: error === null ? null : rowError(error),
  };
}

function refuseForm(contentType: string): void {
  if (!/^(multipart\/|application\/x-www-form-urlencoded)/i.test(contentType)) return;
  throw new ValidationError('the body is a form, not a file', {
    field: 'Content-Type',
    remedy: 'Send the file itself as the body, as application/octet-stream.',
  });
}
