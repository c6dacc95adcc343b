import type { DbContext } from '#db/context.ts';
import { namesInLanguages } from '#names/index.ts';
import type { SourcePassage } from './types.ts';

export interface LoadedSources {
  readonly byPassage: ReadonlyMap<number, SourcePassage>;
  readonly canonicalTexts: ReadonlyMap<string, string>;
}

/** The passages with what attributing and checking a quote needs, and the canonical text of each version. */
export async function loadSources(
  ctx: Pick<DbContext, 'db'>,
  passageIds: readonly number[],
): Promise<LoadedSources> {
  const byPassage = await loadPassages(ctx, passageIds);
  const versionIds = [...byPassage.values()].map((source) => source.versionId);
  return { byPassage, canonicalTexts: await loadCanonicalTexts(ctx, versionIds) };
}

export async function loadPassages(
  ctx: Pick<DbContext, 'db'>,
  passageIds: readonly number[],
): Promise<LoadedSources['byPassage']> {
  if (passageIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('passage as p')
    .innerJoin('document_version as v', 'v.id', 'p.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select([
      'p.id',
      'p.version_id',
      'p.start_offset',
      'p.end_offset',
      'p.text',
      'p.heading_path',
      'p.language',
      'd.title',
      'd.number',
      'd.issuer',
      'd.kind',
      'd.citable',
      'v.status',
      'v.valid_from',
      'v.ends_on',
    ])
    .where('p.id', 'in', [...new Set(passageIds)])
    .execute();
  const issuerNames = await namesInLanguages(
    ctx,
    rows.flatMap((row) => row.issuer ?? []),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        passageId: String(row.id),
        versionId: row.version_id,
        start: row.start_offset,
        end: row.end_offset,
        text: row.text,
        headingPath: row.heading_path,
        language: row.language,
        documentTitle: row.title,
        documentNumber: row.number,
        issuer: row.issuer,
        issuerNames: row.issuer === null ? {} : (issuerNames.get(row.issuer) ?? {}),
        documentKind: row.kind,
        citable: row.citable,
        status: row.status,
        validFrom: row.valid_from,
        endsOn: row.ends_on,
      },
    ]),
  );
}

/** Whole documents: load them only for what is about to be quoted. */
export async function loadCanonicalTexts(
  ctx: Pick<DbContext, 'db'>,
  versionIds: readonly string[],
): Promise<LoadedSources['canonicalTexts']> {
  if (versionIds.length === 0) return new Map();
  const texts = await ctx.db
    .selectFrom('document_version')
    .select(['id', 'canonical_text'])
    .where('id', 'in', [...new Set(versionIds)])
    .execute();
  return new Map(texts.map((row) => [row.id, row.canonical_text]));
}
