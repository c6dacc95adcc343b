import { hashContent } from '#drafting/index.ts';
import { codePointLength, sliceCodePoints } from '#language/code-points.ts';
import { isoDay } from '#platform/clock.ts';
import { sha256Hex } from '#platform/hash.ts';
import { Problems, versionAt } from './check.ts';
import type { EvidenceBundle } from './format.ts';

/** What was approved is what stands here, and it passed gate and linter. */
export async function checkContent({
  draft,
  approval,
  reviews,
}: EvidenceBundle): Promise<string[]> {
  const problems = new Problems();
  const [headline, ...sentences] = draft.sentences.map(({ role, text, citations }) => ({
    role,
    text,
    citations: citations.map((each) => ({
      versionId: each.version_id,
      passageId: each.passage_id,
      start: each.start,
      end: each.end,
      quote: each.quote,
    })),
  }));
  if (headline === undefined) return ['there is no sentence'];
  const { language, audience, length, review_by: reviewBy, no_alternative: noAlternative } = draft;
  const form = { language, audience, length, reviewBy, noAlternative };
  const hash = await hashContent({ headline, sentences, ...form });
  problems.expect(hash === draft.content_sha256, 'the draft does not have the hash it names');
  problems.expect(hash === approval.content_sha256, 'the approval is of another content');
  for (const review of reviews) {
    problems.expect(hash === review.content_sha256, `review ${review.stage} is of another content`);
  }
  problems.expect(!draft.blocked && draft.gate.reasons.length === 0, 'the gate refuses the draft');
  problems.expect(
    draft.gate.dropped.every(({ ordinal }) => ordinal === null),
    'the gate refuses a sentence that is in the draft',
  );
  draft.sentences.forEach((sentence, index) =>
    problems.expect(sentence.ordinal === index, `sentence ${index} is not at its place`),
  );
  return problems.found;
}

/** Each text has the hash it names. */
export async function checkTexts({ versions }: EvidenceBundle): Promise<string[]> {
  const problems = new Problems();
  for (const { id, canonical_text: text, content_sha256: expected } of versions) {
    problems.expect((await sha256Hex(text)) === expected, `the text of version ${id} is another`);
  }
  return problems.found;
}

/** Every quote is byte-equal to its span of the text, in code points, and inside its passage. */
export function checkQuotes({ draft, versions, passages }: EvidenceBundle): string[] {
  const problems = new Problems();
  const versionOf = new Map(versions.map((version) => [version.id, version]));
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]));
  for (const { ordinal, citations } of draft.sentences) {
    for (const { quote, anchors, ...drafted } of citations) {
      for (const place of [drafted, ...anchors]) {
        const text = versionOf.get(place.version_id)?.canonical_text ?? '';
        const said = sliceCodePoints(text, place.start, place.end);
        problems.expect(
          said === quote && quote !== '' && place.end - place.start === codePointLength(quote),
          `sentence ${ordinal}: version ${place.version_id} does not say the quote at ${place.start}`,
        );
        const passage = passageOf.get(place.passage_id);
        problems.expect(
          passage?.version_id === place.version_id &&
            passage.start <= place.start &&
            passage.end >= place.end,
          `sentence ${ordinal}: the quote is not in passage ${place.passage_id}`,
        );
      }
    }
  }
  for (const { id, version_id: version, start, end } of passages) {
    const length = codePointLength(versionOf.get(version)?.canonical_text ?? '');
    problems.expect(start < end && end <= length, `passage ${id} is not in its version`);
  }
  return problems.found;
}

const unsourced = new Set(['WARNING', 'MYTH', 'CONNECTIVE']);

/** Every stating sentence quotes something, and every quote is labelled a fact or a stance. */
export function checkLabels({ draft }: EvidenceBundle): string[] {
  const problems = new Problems();
  problems.expect(draft.sentences[0]?.role === 'FACT', 'the headline states no fact');
  for (const { ordinal, role, citations } of draft.sentences) {
    problems.expect(
      citations.length > 0 || unsourced.has(role),
      `sentence ${ordinal} has no source`,
    );
    problems.expect(
      citations.every(({ nature }) => nature !== null),
      `sentence ${ordinal}: a quote is labelled neither fact nor stance`,
    );
  }
  return problems.found;
}

/** On the day of the approval each cited version was approved, citable and in force. */
export function checkInForce({ draft, versions, approval }: EvidenceBundle): string[] {
  const problems = new Problems();
  const at = approval.approved_at;
  const today = isoDay(new Date(at));
  const versionOf = new Map(versions.map((version) => [version.id, version]));
  const cited = draft.sentences.flatMap((sentence) => sentence.citations);
  for (const id of new Set(cited.map((citation) => versionAt(citation, at)))) {
    const version = versionOf.get(id);
    problems.expect(
      version !== undefined &&
        version.citable &&
        version.status === 'approved' &&
        version.approved_at !== null &&
        version.approved_at <= at &&
        version.valid_from <= today &&
        (version.ends_on === null || version.ends_on > today),
      `version ${id} was not in force and citable on ${today}`,
    );
  }
  problems.expect(
    draft.review_by === null || draft.review_by > today,
    'the day to review the answer by had come',
  );
  return problems.found;
}
