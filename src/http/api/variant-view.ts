import { z } from '@hono/zod-openapi';
import {
  draftLanguages,
  draftLengths,
  type DraftSentence,
  type DraftVariant,
  variantGaps,
} from '#drafting/index.ts';
import { audience, id, offset, sentenceRole, sha256 } from './fields.ts';
import { Finding, renderFinding } from './finding-view.ts';

const Sentence = z
  .object({
    role: sentenceRole,
    text: z.string(),
    citations: z.array(
      z.object({
        version_id: id,
        passage_id: z.int(),
        start: offset,
        end: offset,
        quote: z.string(),
      }),
    ),
  })
  .openapi('VariantSentence');

/** The drafts a claim can be answered with, as the contract shows them. */
export const Variants = z
  .object({
    variants: z.array(
      z
        .object({
          audience,
          length: z.enum(draftLengths),
          language: z.enum(draftLanguages),
          gap: z
            .enum(variantGaps)
            .nullable()
            .openapi({ description: 'Why there is no draft; null: there is one.' }),
          draft: z
            .object({
              headline: Sentence,
              sentences: z.array(Sentence),
              content_sha256: sha256,
              characters: z.int().openapi({
                description:
                  'Unicode code points as read aloud, without headline and marks of reference.',
              }),
              findings: z.array(Finding),
              missing_translation: z
                .boolean()
                .openapi({ description: 'A source is quoted in another language.' }),
            })
            .nullable(),
        })
        .openapi('DraftVariant'),
    ),
  })
  .openapi('DraftVariants');

export function renderVariant({
  audience,
  length,
  language,
  gap,
  draft,
  characters,
}: DraftVariant): z.infer<typeof Variants>['variants'][number] {
  const form = { audience, length, language, gap };
  if (draft === null) return { ...form, draft: null };
  return {
    ...form,
    draft: {
      headline: renderSentence(draft.headline),
      sentences: draft.sentences.map(renderSentence),
      content_sha256: draft.contentSha256,
      characters: characters ?? 0,
      findings: draft.lint.findings.map(renderFinding),
      missing_translation: draft.gate.notes.length > 0,
    },
  };
}

function renderSentence({ role, text, citations }: DraftSentence) {
  return {
    role,
    text,
    citations: citations.map(({ versionId, passageId, start, end, quote }) => ({
      version_id: versionId,
      passage_id: Number(passageId),
      start,
      end,
      quote,
    })),
  };
}
