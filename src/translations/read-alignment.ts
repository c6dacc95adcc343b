import type { DbContext } from '#db/context.ts';
import { type AlignmentEntry, findAlignment } from './list-alignments.ts';
import { noSuchAlignment } from './no-such-alignment.ts';

export interface AlignedText {
  readonly passageId: number;
  readonly headingPath: readonly string[];
  readonly text: string;
}

export interface AlignmentView extends AlignmentEntry {
  /** In the order of the left text. */
  readonly pairs: ReadonlyArray<{
    readonly left: AlignedText;
    readonly right: AlignedText;
    readonly score: number;
  }>;
  /** Passages without a counterpart, in order. */
  readonly leftAlone: readonly AlignedText[];
  readonly rightAlone: readonly AlignedText[];
}

/** An alignment with the texts it pairs, for the person who judges it. @throws NotFoundError */
export async function readAlignment(
  ctx: Pick<DbContext, 'db'>,
  input: { alignmentId: string },
): Promise<AlignmentView> {
  const entry = await findAlignment(ctx, input.alignmentId);
  if (entry === undefined) throw noSuchAlignment();
  const left = await readTexts(ctx, entry.left.versionId);
  const right = await readTexts(ctx, entry.right.versionId);
  const rows = await ctx.db
    .selectFrom('passage_alignment as a')
    .innerJoin('passage as l', 'l.id', 'a.left_passage')
    .innerJoin('passage as r', 'r.id', 'a.right_passage')
    .select(['a.left_passage', 'a.right_passage', 'a.score'])
    .where('a.alignment_id', '=', input.alignmentId)
    .orderBy('l.ordinal')
    .orderBy('r.ordinal')
    .execute();
  const [ours, theirs] = [byId(left), byId(right)];
  const pairs = rows.flatMap(({ left_passage, right_passage, score }) => {
    const [one, other] = [ours.get(left_passage), theirs.get(right_passage)];
    return one === undefined || other === undefined ? [] : [{ left: one, right: other, score }];
  });
  const paired = (side: 'left' | 'right'): Set<number> =>
    new Set(pairs.map((pair) => pair[side].passageId));
  const [leftPaired, rightPaired] = [paired('left'), paired('right')];
  return {
    ...entry,
    pairs,
    leftAlone: left.filter(({ passageId }) => !leftPaired.has(passageId)),
    rightAlone: right.filter(({ passageId }) => !rightPaired.has(passageId)),
  };
}

function readTexts(ctx: Pick<DbContext, 'db'>, versionId: string): Promise<AlignedText[]> {
  return ctx.db
    .selectFrom('passage')
    .select(['id as passageId', 'heading_path as headingPath', 'text'])
    .where('version_id', '=', versionId)
    .orderBy('ordinal')
    .execute();
}

function byId(texts: readonly AlignedText[]): Map<number, AlignedText> {
  return new Map(texts.map((text) => [text.passageId, text]));
}
