import { z } from '@hono/zod-openapi';
import type { ApprovedAnswer } from '#review/index.ts';
import {
  at,
  audience,
  day,
  endsOn,
  id,
  offset,
  quoteNature,
  sentenceRole,
  sha256,
} from './fields.ts';

const Sentence = z
  .object({
    role: sentenceRole,
    text: z.string(),
    citations: z.array(
      z.object({
        document: z.string(),
        number: z.string().nullable(),
        issuer: z.string().nullable(),
        place: z.array(z.string()),
        quote: z.string(),
        nature: quoteNature,
        version_id: id,
        version_sha256: sha256,
        start: offset,
        end: offset,
        valid_from: day,
        ends_on: endsOn,
        source_url: z.string().nullable(),
        reanchored_at: at.nullable().openapi({
          description:
            'When the quote was found unchanged in this version, after the one first cited had ended.',
        }),
      }),
    ),
  })
  .openapi('ExportedSentence');

export const PublishedAt = z.array(z.object({ url: z.url(), added_at: at })).openapi({
  description: 'Where the team says it published the answer, oldest first.',
});

export const Answer = z
  .object({
    approval_id: id,
    approved_at: at,
    reviewers: z.array(z.string()).length(2),
    post_sha256: sha256,
    claim: z.object({ text: z.string(), language: z.string() }).openapi({
      description: 'The words of the masked post that are answered.',
    }),
    content_sha256: sha256,
    language: z.string(),
    audience,
    headline: Sentence,
    sentences: z.array(Sentence),
    reused_for: z.array(sha256).openapi({
      description:
        'Other posts a person found it to answer, by the hash of their text; post_sha256 is the one it was written for.',
    }),
    published: PublishedAt,
  })
  .openapi('ApprovedAnswer');

export function renderAnswer(answer: ApprovedAnswer): z.infer<typeof Answer> {
  return {
    approval_id: answer.approvalId,
    approved_at: answer.approvedAt,
    reviewers: [...answer.reviewers],
    post_sha256: answer.postSha256,
    claim: answer.claim,
    content_sha256: answer.contentSha256,
    language: answer.language,
    audience: answer.audience,
    headline: renderSentence(answer.headline),
    sentences: answer.sentences.map(renderSentence),
    reused_for: [...answer.reusedFor],
    published: answer.published.map(({ url, addedAt }) => ({ url, added_at: addedAt })),
  };
}

function renderSentence(sentence: ApprovedAnswer['headline']): z.infer<typeof Sentence> {
  return {
    role: sentence.role,
    text: sentence.text,
    citations: sentence.citations.map((citation) => ({
      document: citation.document,
      number: citation.number,
      issuer: citation.issuer,
      place: [...citation.place],
      quote: citation.quote,
      nature: citation.nature,
      version_id: citation.versionId,
      version_sha256: citation.versionSha256,
      start: citation.start,
      end: citation.end,
      valid_from: citation.validFrom,
      ends_on: citation.endsOn,
      source_url: citation.sourceUrl,
      reanchored_at: citation.reanchoredAt,
    })),
  };
}
