import { hashEvent, verifyCheckpoint, verifyInclusion } from '#audit/index.ts';
import { canonicalJson, sha256Hex } from '#platform/hash.ts';
import { Problems } from './check.ts';
import type { EvidenceBundle } from './format.ts';

type BundledEvent = EvidenceBundle['trail']['events'][number]['event'];

/** The state of the trail is signed by the key that signed the bundle. */
export async function checkCheckpoint({ trail, key }: EvidenceBundle): Promise<string[]> {
  const problems = new Problems();
  const { checkpoint } = trail;
  problems.expect(await verifyCheckpoint(checkpoint), 'the checkpoint is not signed by its key');
  problems.expect(
    checkpoint.public_key === key.public_key && checkpoint.key_id === key.id,
    'the checkpoint is signed by another key than the bundle',
  );
  return problems.found;
}

/** Every event told here stands in the trail that was signed. */
export async function checkInclusion({ trail }: EvidenceBundle): Promise<string[]> {
  const problems = new Problems();
  const { checkpoint, events } = trail;
  for (const { event, proof } of events) {
    const about = proof.seq === event.seq && proof.tree_size === checkpoint.seq;
    const included = await verifyInclusion(hashEvent(event), proof, checkpoint.root);
    problems.expect(about && included, `event ${event.seq} is not in the trail that was signed`);
  }
  const seqs = events.map(({ event }) => event.seq);
  problems.expect(
    seqs.every((seq, index) => index === 0 || seq > (seqs[index - 1] ?? 0)),
    'the events are not in order',
  );
  return problems.found;
}

/** Longer than any transaction takes. */
const transactionMs = 60_000;

const endings = {
  in_force: null,
  needs_recheck: 'approval.needs_recheck',
  expired: 'approval.expired',
  revoked: 'approval.revoked',
} as const;

/** The trail tells the same of draft, reviews, approval and sources as the bundle does. */
export async function checkTrail(bundle: EvidenceBundle): Promise<string[]> {
  const problems = new Problems();
  const { post, draft, reviews, approval, versions } = bundle;
  const events = bundle.trail.events.map(({ event }) => event);
  const find = (action: string, entityId: string, also?: (event: BundledEvent) => boolean) =>
    events.findLast(
      (one) =>
        one.action === action && one.entity_id === entityId && (also === undefined || also(one)),
    );
  const content = { content_sha256: draft.content_sha256 };
  const contentHash = await sha256Hex(canonicalJson(content));
  const prepared = find('draft.prepared', draft.id);
  problems.expect(
    prepared?.after_sha256 === contentHash &&
      prepared.actor_id === (draft.created_by?.id ?? null) &&
      prepared.details['post'] === post.id &&
      prepared.details['revision'] === draft.revision &&
      prepared.details['drafter'] === draft.drafter,
    'the trail does not tell of this draft',
  );
  const submitted = find('draft.submitted', draft.id);
  problems.expect(
    submitted?.after_sha256 === contentHash,
    'the trail does not tell that this draft was submitted',
  );
  const decided: Array<BundledEvent | undefined> = [];
  for (const { id, stage, reviewer, verdict, reason, labels, ...review } of reviews) {
    const { round, fence, content_sha256 } = review;
    const after = await sha256Hex(canonicalJson({ id, content_sha256, verdict, reason, labels }));
    const event = find(
      'review.decided',
      draft.id,
      ({ details, actor_id: actor, after_sha256: hash }) =>
        details['stage'] === stage && actor === reviewer.id && hash === after,
    );
    problems.expect(
      event !== undefined &&
        isSameMoment(event.at, review.decided_at) &&
        event.details['round'] === round &&
        event.details['fence'] === fence,
      `the trail does not tell of review ${stage} as it stands here`,
    );
    decided.push(event);
  }
  const given = find('approval.given', approval.id);
  problems.expect(
    given?.after_sha256 === contentHash &&
      given.actor_id === approval.second_reviewer &&
      isSameMoment(given.at, approval.approved_at) &&
      given.details['draft'] === draft.id,
    'the trail does not tell of this approval',
  );
  const inOrder = [prepared, submitted, ...decided, given].map((event) => event?.seq ?? 0);
  problems.expect(
    inOrder.every((seq, index) => index === 0 || seq > (inOrder[index - 1] ?? 0)),
    'the trail tells of another order',
  );
  for (const check of [checkDecisions, checkParts, checkStatus]) {
    problems.found.push(...check(bundle, events));
  }
  for (const { id, version_number: number } of versions) {
    problems.expect(
      find('version.approved', id)?.details['version'] === number,
      `the trail does not tell that version ${id} was approved`,
    );
  }
  return problems.found;
}

/** An event is written in the transaction of what it tells, by the same clock. */
function isSameMoment(one: string, other: string): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) <= transactionMs;
}

function checkDecisions(
  { post, draft }: EvidenceBundle,
  events: readonly BundledEvent[],
): string[] {
  const problems = new Problems();
  const outcome = post.claims.find(({ id }) => id === draft.claim_id)?.assessments.at(-1);
  problems.expect(
    events.some(
      (one) =>
        one.action === 'outcome.set' &&
        one.entity_id === draft.claim_id &&
        one.actor_id === outcome?.decided_by?.id &&
        one.details['after'] === outcome.outcome,
    ),
    'the trail does not tell who set the outcome',
  );
  problems.expect(
    events.some(
      (one) =>
        one.action === 'response.decided' &&
        one.entity_id === post.id &&
        one.actor_id === post.response?.decided_by.id &&
        one.details['decision'] === 'respond',
    ),
    'the trail does not tell who decided to respond',
  );
  problems.expect(
    events.some((one) => one.action === 'post.received' && one.entity_id === post.id),
    'the trail does not tell of the post',
  );
  return problems.found;
}

const parts = new Set(['response.decided', 'outcome.set', 'draft.prepared', 'draft.submitted']);

/** Everybody whom the trail tells to have had a part is named. */
function checkParts({ contributors }: EvidenceBundle, events: readonly BundledEvent[]): string[] {
  const problems = new Problems();
  const named = new Set(contributors.map(({ id }) => id));
  for (const { action, actor_id: actor, actor_name: name } of events) {
    if (actor === null || !parts.has(action)) continue;
    problems.expect(named.has(actor), `${name} had a part (${action}) and is not named`);
  }
  return problems.found;
}

/** An approval that left force says so, and by whom it was revoked. */
function checkStatus({ approval }: EvidenceBundle, events: readonly BundledEvent[]): string[] {
  const problems = new Problems();
  const told = events
    .filter((one) => one.entity_id === approval.id && one.action !== 'approval.given')
    .map((one) => one.action);
  const expected = endings[approval.status];
  problems.expect(
    expected === null ? told.length === 0 : told.includes(expected),
    `the trail does not tell of an approval that is ${approval.status}`,
  );
  const { revocation } = approval;
  problems.expect(
    (approval.status === 'revoked') === (revocation !== null),
    'a revocation names who and why',
  );
  const revoked = events.find((one) => one.action === 'approval.revoked');
  problems.expect(
    revocation === null || revoked?.actor_id === revocation.revoked_by.id,
    'the trail tells of another who revoked it',
  );
  return problems.found;
}
