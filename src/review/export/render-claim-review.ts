import type { Claim, ClaimReview, CreativeWork, Rating, WithContext } from 'schema-dts';
import { isoDay } from '#platform/clock.ts';
import { answerWords } from './answer-words.ts';
import type { ApprovedAnswer, ExportedCitation } from './approved-answer.ts';

/** Who answers: a name and address of the organisation, never of a person. */
export interface Publisher {
  readonly name: string;
  readonly url: string;
}

type ClaimReviewDocument = WithContext<ClaimReview>;

/**
 * The scale of `reviewRating`: 1 contradicted by the sources cited, 5 confirmed by them. Only answers to
 * contradicted claims are approved, so 1 is what is ever given.
 */
const scale = { worstRating: 1, bestRating: 5, contradicted: 1 } as const;

/**
 * An approved answer as a schema.org ClaimReview (JSON-LD). Who made the claim is always left out. `url`
 * and `datePublished` are there once the team has said where it published, and are those of the first
 * address. Pure.
 */
export function renderClaimReview(
  answer: ApprovedAnswer,
  { publisher }: { publisher: Publisher },
): ClaimReviewDocument {
  const word = answerWords(answer.language);
  const [first] = answer.published;
  const claim: Claim = {
    '@type': 'Claim',
    text: answer.claim.text,
    inLanguage: answer.claim.language,
  };
  const rating: Rating = {
    '@type': 'Rating',
    ratingValue: scale.contradicted,
    worstRating: scale.worstRating,
    bestRating: scale.bestRating,
    alternateName: word.contradicted,
    ratingExplanation: word.explanation,
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': `urn:uuid:${answer.approvalId}`,
    ...(first === undefined
      ? {}
      : { url: first.url, datePublished: isoDay(new Date(first.addedAt)) }),
    inLanguage: answer.language,
    claimReviewed: answer.claim.text,
    itemReviewed: claim,
    reviewRating: rating,
    author: { '@type': 'Organization', name: publisher.name, url: publisher.url },
    headline: answer.headline.text,
    reviewBody: answer.sentences.map(({ text }) => text).join(' '),
    citation: worksOf(answer),
  };
}

/** Each cited version once. */
function worksOf(answer: ApprovedAnswer): CreativeWork[] {
  const citations = [answer.headline, ...answer.sentences].flatMap((each) => each.citations);
  const first = new Map<string, ExportedCitation>();
  for (const citation of citations) {
    if (!first.has(citation.versionId)) first.set(citation.versionId, citation);
  }
  return [...first.values()].map((citation) => ({
    '@type': 'CreativeWork',
    name: citation.document,
    ...(citation.number === null ? {} : { identifier: citation.number }),
    ...(citation.issuer === null
      ? {}
      : { publisher: { '@type': 'Organization', name: citation.issuer } }),
    ...(citation.sourceUrl === null ? {} : { url: citation.sourceUrl }),
  }));
}

/** The organisation as the address people reach the service under names it. */
export function publisherAt(publicUrl: string): Publisher {
  return { name: new URL(publicUrl).host, url: publicUrl };
}
