import { z } from '@hono/zod-openapi';
import {
  draftLanguages,
  draftLengths,
  draftVariants,
  matchAgain,
  redraft,
  setOutcome,
} from '#drafting/index.ts';
import { audience, idInPath, json, outcome, reason, sha256 } from './fields.ts';
import { DraftRevision } from './drafts.ts';
import { Variants, renderVariant } from './variant-view.ts';
import { createRouter, operation } from './operation.ts';

const NewOutcome = z.strictObject({ outcome, reason }).openapi('NewOutcome');
const passageIds = z
  .array(z.int32().positive())
  .min(1)
  .max(50)
  .optional()
  .openapi({ description: 'Quote only from these of the matched passages.' });
const NewDraft = z
  .strictObject({
    audience: audience.optional(),
    length: z.enum(draftLengths).optional(),
    language: z.enum(draftLanguages).optional().openapi({
      description: "Absent: the claim's own where the corpus has it, else Vietnamese.",
    }),
    passage_ids: passageIds,
    content_sha256: sha256.optional().openapi({
      description: 'Of the variant you saw: 409 when the draft would be another one by now.',
    }),
  })
  .openapi('NewDraft');
const Preview = z
  .strictObject({
    audiences: z.array(audience).min(1).max(4).optional(),
    lengths: z.array(z.enum(draftLengths)).min(1).max(4).optional(),
    languages: z.array(z.enum(draftLanguages)).min(1).max(5).optional(),
    passage_ids: passageIds,
  })
  .openapi('DraftPreview');

const set = operation(
  { may: 'outcome.decide', problems: [404, 409] },
  {
    method: 'put',
    path: '/v1/claims/{id}/outcome',
    operationId: 'setOutcome',
    tags: ['drafting'],
    summary: "Set a claim's outcome",
    description: 'A claim that is no statement of fact is never CONTRADICTED.',
    request: { params: idInPath, body: { required: true, content: json(NewOutcome) } },
    responses: { 204: { description: 'Recorded.' } },
  },
);

const match = operation(
  { may: 'draft.write', problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/claims/{id}/matches',
    operationId: 'matchAgain',
    tags: ['drafting'],
    summary: 'Match a claim against the corpus as it is now',
    description:
      'Replaces its matches. An outcome suggested by the machine is suggested anew; a decided one stays.',
    request: { params: idInPath },
    responses: {
      200: {
        description: 'How many passages match.',
        content: json(z.object({ matches: z.int() }).openapi('MatchedAgain')),
      },
    },
  },
);

const draft = operation(
  { may: 'draft.write', problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/claims/{id}/drafts',
    operationId: 'draftAnswer',
    tags: ['drafting'],
    summary: 'Prepare a new draft out of the matched passages',
    request: { params: idInPath, body: { required: true, content: json(NewDraft) } },
    responses: { 201: { description: 'The new revision.', content: json(DraftRevision) } },
  },
);

const preview = operation(
  { may: 'posts.read', problems: [404] },
  {
    method: 'post',
    path: '/v1/claims/{id}/drafts/preview',
    operationId: 'previewDrafts',
    tags: ['drafting'],
    summary: 'The drafts that would answer a claim, without storing one',
    description:
      'For every audience, length and language asked for: the draft with its findings, or why there is none. Absent audiences and lengths mean all.',
    request: { params: idInPath, body: { required: true, content: json(Preview) } },
    responses: { 200: { description: 'What can be offered.', content: json(Variants) } },
  },
);

export const claims = createRouter()
  .openapi(set, async (c) => {
    await setOutcome(c.var.ctx, { claimId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(match, async (c) =>
    c.json(await matchAgain(c.var.ctx, { claimId: c.req.valid('param').id }), 200),
  )
  .openapi(draft, async (c) => {
    const body = c.req.valid('json');
    const stored = await redraft(c.var.ctx, {
      claimId: c.req.valid('param').id,
      audience: body.audience,
      length: body.length,
      language: body.language,
      passageIds: body.passage_ids,
      contentSha256: body.content_sha256,
    });
    return c.json({ draft_id: stored.draftId, revision: stored.revision }, 201);
  })
  .openapi(preview, async (c) => {
    const { passage_ids: passageIds, ...forms } = c.req.valid('json');
    const claimId = c.req.valid('param').id;
    const variants = await draftVariants(c.var.ctx, { claimId, passageIds, ...forms });
    return c.json({ variants: variants.map(renderVariant) }, 200);
  });
