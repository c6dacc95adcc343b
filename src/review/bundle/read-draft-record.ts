import type { DbContext } from '#db/context.ts';
import type { EvidenceBundle } from './format.ts';

type Db = Pick<DbContext, 'db'>;
type Bundled = EvidenceBundle['draft'];
type BundledCitation = Bundled['sentences'][number]['citations'][number];

/** What the column `gate` may hold beside what its type names. */
interface StoredGate {
  readonly reasons?: readonly string[];
  readonly dropped?: ReadonlyArray<{ ordinal?: number | null; failures: readonly string[] }>;
  readonly notes?: ReadonlyArray<{ code: string; passage_ids: readonly number[] }>;
}

/** A draft as it was hashed, with what gate and linter said when it was stored. */
export async function readDraftRecord(ctx: Db, draftId: string): Promise<Bundled> {
  const draft = await ctx.db
    .selectFrom('draft as d')
    .leftJoin('app_user as u', 'u.id', 'd.created_by')
    .select(['d.id', 'd.claim_id', 'd.revision', 'd.language', 'd.audience', 'd.length'])
    .select(['d.review_by', 'd.no_alternative', 'd.content_sha256', 'd.drafter', 'd.model'])
    .select(['d.created_at', 'd.blocked', 'd.gate', 'd.lint'])
    .select(['u.id as user_id', 'u.person', 'u.name'])
    .where('d.id', '=', draftId)
    .executeTakeFirstOrThrow();
  const sentences = await ctx.db
    .selectFrom('draft_sentence')
    .select(['ordinal', 'role', 'text'])
    .where('draft_id', '=', draftId)
    .orderBy('ordinal')
    .execute();
  const citations = await readCitations(ctx, draftId);
  const { user_id: userId, person, name, gate, created_at: createdAt, ...rest } = draft;
  return {
    ...rest,
    model: rest.model === null ? null : { ...rest.model, parameters: { ...rest.model.parameters } },
    lint:
      rest.lint === null
        ? null
        : {
            linter: rest.lint.linter,
            findings: rest.lint.findings.map((each) => ({ ...each, values: [...each.values] })),
          },
    created_by:
      userId === null || person === null || name === null ? null : { id: userId, person, name },
    created_at: createdAt.toISOString(),
    gate: gateOf(gate),
    sentences: sentences.map((sentence) => ({
      ...sentence,
      citations: citations.get(sentence.ordinal) ?? [],
    })),
  };
}

function gateOf({ reasons = [], dropped = [], notes = [] }: StoredGate): Bundled['gate'] {
  return {
    reasons: [...reasons],
    dropped: dropped.map(({ ordinal = null, failures }) => ({ ordinal, failures: [...failures] })),
    notes: notes.map(({ code, passage_ids: ids }) => ({ code, passage_ids: ids.map(String) })),
  };
}

async function readCitations(ctx: Db, draftId: string): Promise<Map<number, BundledCitation[]>> {
  const rows = await ctx.db
    .selectFrom('citation')
    .select(['sentence_ordinal', 'ordinal', 'version_id', 'passage_id', 'quote', 'nature'])
    .select(['start_offset as start', 'end_offset as end'])
    .where('draft_id', '=', draftId)
    .orderBy('sentence_ordinal')
    .orderBy('ordinal')
    .execute();
  const anchors = await ctx.db
    .selectFrom('citation_anchor')
    .select(['sentence_ordinal', 'ordinal', 'version_id', 'passage_id', 'anchored_at'])
    .select(['start_offset as start', 'end_offset as end'])
    .where('draft_id', '=', draftId)
    .orderBy('id')
    .execute();
  const keyOf = (row: { sentence_ordinal: number; ordinal: number }): string =>
    `${row.sentence_ordinal}:${row.ordinal}`;
  const anchorsOf = Map.groupBy(anchors, keyOf);
  const found = new Map<number, BundledCitation[]>();
  for (const row of rows) {
    const { sentence_ordinal: sentence, ordinal: _, passage_id: passageId, ...citation } = row;
    const list = found.get(sentence) ?? [];
    list.push({
      ...citation,
      passage_id: String(passageId),
      anchors: (anchorsOf.get(keyOf(row)) ?? []).map((anchor) => ({
        version_id: anchor.version_id,
        passage_id: String(anchor.passage_id),
        start: anchor.start,
        end: anchor.end,
        anchored_at: anchor.anchored_at.toISOString(),
      })),
    });
    found.set(sentence, list);
  }
  return found;
}
