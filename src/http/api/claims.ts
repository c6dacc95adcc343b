import { z } from '@hono/zod-openapi';
import { matchAgain, redraft, setOutcome } from '#drafting/index.ts';
import { audience, idInPath, json, outcome, reason } from './fields.ts';
import { DraftRevision } from './drafts.ts';
import { createRouter, operation } from './operation.ts';

const NewOutcome = z.strictObject({ outcome, reason }).openapi('NewOutcome');
const NewDraft = z
  .strictObject({
    audience: audience.optional(),
    passage_ids: z
      .array(z.int32().positive())
      .min(1)
      .max(50)
      .optional()
      .openapi({ description: 'Quote only from these of the matched passages.' }),
  })
  .openapi('NewDraft');

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

export const claims = createRouter()
  .openapi(set, async (c) => {
    await setOutcome(c.var.ctx, { claimId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(match, async (c) =>
    c.json(await matchAgain(c.var.ctx, { claimId: c.req.valid('param').id }), 200),
  )
  .openapi(draft, async (c) => {
    const { audience: readers, passage_ids: passageIds } = c.req.valid('json');
    const stored = await redraft(c.var.ctx, {
      claimId: c.req.valid('param').id,
      ...(readers === undefined ? {} : { audience: readers }),
      ...(passageIds === undefined ? {} : { passageIds }),
    });
    return c.json({ draft_id: stored.draftId, revision: stored.revision }, 201);
  });
