import { codePointLength } from '#language/code-points.ts';
import { Problems } from './check.ts';
import type { EvidenceBundle } from './format.ts';

/** A person found the answered claim contradicted, and somebody decided to answer the post. */
export function checkClaim({ post, draft, versions, approval }: EvidenceBundle): string[] {
  const problems = new Problems();
  const claim = post.claims.find(({ id }) => id === draft.claim_id);
  if (claim === undefined) return ['the claim that is answered is not there'];
  problems.expect(claim.text !== null, 'the words of the answered claim are not there');
  problems.expect(
    codePointLength(claim.text ?? '') === claim.end - claim.start,
    'the answered claim is not as long as its place',
  );
  problems.expect(claim.checkable, 'the answered claim states nothing that can be checked');
  const last = claim.assessments.at(-1);
  problems.expect(
    last?.outcome === 'CONTRADICTED' && last.decided_by !== null,
    'no person had set the answered claim to CONTRADICTED',
  );
  problems.expect(
    claim.assessments.every(({ decided_at: at }) => at <= approval.approved_at),
    'a finding is later than the approval',
  );
  problems.expect(post.response !== null, 'nobody had decided to respond');
  problems.expect(
    post.claims.every((each, index) => each.start < each.end && each.ordinal >= index),
    'a claim is not at its place',
  );
  problems.expect(
    post.claims.every(({ id, text }) => id === claim.id || text === null),
    'it carries words of the post that are not answered',
  );
  const hashes = new Map(versions.map((version) => [version.id, version.content_sha256]));
  for (const match of claim.matches) {
    const hash = hashes.get(match.version_id) ?? match.version_sha256;
    problems.expect(hash === match.version_sha256, `match ${match.rank} is with another text`);
  }
  return problems.found;
}

/** Two different people, who had no part in the answer, approved this content. */
export function checkTwoPeople({ reviews, contributors, approval }: EvidenceBundle): string[] {
  const problems = new Problems();
  const [first, second] = reviews;
  if (first === undefined || second === undefined || reviews.length !== 2) {
    return [`there are ${reviews.length} reviews, not two`];
  }
  problems.expect(first.stage === 1 && second.stage === 2, 'the reviews are not first and second');
  problems.expect(
    reviews.every(({ verdict }) => verdict === 'approve'),
    'a reviewer did not approve',
  );
  problems.expect(
    first.reviewer.id === approval.first_reviewer &&
      second.reviewer.id === approval.second_reviewer,
    'the approval names other reviewers',
  );
  problems.expect(
    first.reviewer.id !== second.reviewer.id && first.reviewer.person !== second.reviewer.person,
    'both reviewers are one person',
  );
  problems.expect(contributors.length > 0, 'nobody is named as having had a part');
  for (const { reviewer, decided_at: at, stage, round } of reviews) {
    problems.expect(
      !contributors.some(({ id, person }) => id === reviewer.id || person === reviewer.person),
      `${reviewer.name} had a part in the answer`,
    );
    problems.expect(at <= approval.approved_at, `review ${stage} is later than the approval`);
    problems.expect(round === first.round, 'the reviews are of different rounds');
  }
  problems.expect(first.decided_at <= second.decided_at, 'the second review is before the first');
  return problems.found;
}

/** Each reviewer judged every sentence once, and found none without support. */
export function checkEverySentence({ draft, reviews }: EvidenceBundle): string[] {
  const problems = new Problems();
  const wanted = draft.sentences.map(({ ordinal }) => ordinal);
  for (const { stage, labels } of reviews) {
    const judged = labels.map(({ ordinal }) => ordinal);
    problems.expect(
      judged.length === wanted.length && wanted.every((ordinal) => judged.includes(ordinal)),
      `review ${stage} does not judge every sentence once`,
    );
    problems.expect(
      labels.every(({ label }) => label !== 'not_supported'),
      `review ${stage} found a sentence not supported`,
    );
  }
  return problems.found;
}
