import type { DbContext } from '#db/context.ts';

/** One statement's worth; both legs together bring no more. */
const mostPassages = 100;

/** What a passage says and where it stands, without what only quoting it needs. */
export interface PassageText {
  readonly passageId: number;
  readonly documentId: string;
  /** Title of its document. */
  readonly title: string;
  /** Headings above it, outermost first. */
  readonly headingPath: readonly string[];
  readonly text: string;
  /** ISO 639 code as the importer detected it. */
  readonly language: string;
}

/**
 * The texts of at most 100 passages in one statement, in the order of `passageIds`; an id that is not
 * there or given again is left out. @throws RangeError for more.
 */
export async function passageTexts(
  ctx: Pick<DbContext, 'db'>,
  passageIds: readonly number[],
): Promise<PassageText[]> {
  const wanted = [...new Set(passageIds)];
  if (wanted.length === 0) return [];
  if (wanted.length > mostPassages) {
    throw new RangeError(`at most ${mostPassages} passages at once, not ${wanted.length}`);
  }
  const rows = await ctx.db
    .selectFrom('passage as p')
    .innerJoin('document_version as v', 'v.id', 'p.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['p.id', 'p.text', 'p.heading_path', 'p.language', 'd.id as document_id', 'd.title'])
    .where('p.id', 'in', wanted)
    .execute();
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap((passageId) => {
    const row = rowOf.get(passageId);
    if (row === undefined) return [];
    const { document_id: documentId, title, heading_path: headingPath, text, language } = row;
    return [{ passageId, documentId, title, headingPath, text, language }];
  });
}
