import { z } from '@hono/zod-openapi';
import { draftLengths } from '#drafting/index.ts';
import type { DraftView } from '#review/index.ts';
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
import { Finding, renderFinding } from './finding-view.ts';

/** A draft as the contract shows it. */
export const Draft = z
  .object({
    id,
    claim_id: id,
    revision: z.int(),
    language: z.string(),
    audience,
    content_sha256: sha256,
    length: z.enum(draftLengths).nullable().openapi({
      description: 'Null: made before there were lengths.',
    }),
    review_by: day.nullable().openapi({
      description: 'Day from which an approval is out of force; null: none is set.',
    }),
    no_alternative: z.boolean().openapi({
      description: 'A person found no other explanation in the corpus.',
    }),
    blocked: z.boolean().openapi({
      description: 'It fails the gate or a rule of severity H: it cannot be submitted.',
    }),
    findings: z.array(Finding).openapi({ description: 'What the linter finds today.' }),
    drafter: z.enum(['extractive', 'person', 'model']),
    model: z
      .object({
        model: z.string(),
        prompt: z.string(),
        prompt_sha256: sha256,
        parameters: z.record(z.string(), z.union([z.string(), z.number()])),
      })
      .nullable()
      .openapi({ description: 'The language model that chose the quotes, and what it was told.' }),
    created_by: z.string().nullable(),
    created_at: at,
    notes: z
      .array(z.object({ code: z.enum(['missing_translation']), passage_ids: z.array(z.int()) }))
      .openapi({
        description:
          'missing_translation: these passages are quoted in another language than the draft, because no approved translation is in force.',
      }),
    sentences: z
      .array(
        z.object({
          ordinal: z.int(),
          role: sentenceRole,
          text: z.string(),
          citations: z.array(
            z.object({
              version_id: id,
              version_sha256: sha256,
              passage_id: z.int(),
              start: offset,
              end: offset,
              quote: z.string(),
              nature: quoteNature,
              title: z.string(),
              number: z.string().nullable(),
              issuer: z.string().nullable(),
              heading_path: z.array(z.string()),
              valid_from: day,
              ends_on: endsOn,
              source_url: z.string().nullable(),
            }),
          ),
        }),
      )
      .openapi({ description: 'Ordinal 0 is the headline.' }),
  })
  .openapi('Draft');

export function renderDraft(draft: DraftView): z.infer<typeof Draft> {
  const { gate, lint: _lint, response: _response, earlier: _earlier, findings, ...rest } = draft;
  return {
    ...rest,
    findings: findings.map(renderFinding),
    notes: (gate.notes ?? []).map(({ code, passage_ids }) => ({
      code,
      passage_ids: [...passage_ids],
    })),
    created_at: draft.created_at.toISOString(),
    sentences: draft.sentences.map((sentence) => ({
      ...sentence,
      citations: sentence.citations.map(
        ({ sentence_ordinal: _ordinal, start_offset: start, end_offset: end, ...citation }) => ({
          ...citation,
          start,
          end,
        }),
      ),
    })),
  };
}
