import { z } from '@hono/zod-openapi';
import { editDraft, type EditInput } from '#drafting/index.ts';
import { submitDraft } from '#review/index.ts';
import { id, idInPath, json, sentenceRole, sha256 } from './fields.ts';
import { createRouter, operation } from './operation.ts';

export const DraftRevision = z.object({ draft_id: id, revision: z.int() }).openapi('DraftRevision');

const Sentence = z
  .strictObject({
    role: sentenceRole,
    text: z.string().min(1).max(4000),
    citations: z
      .array(
        z.strictObject({
          passage_id: z.int32().positive(),
          quote: z
            .string()
            .min(1)
            .max(8000)
            .openapi({ description: 'Copied from the passage, word for word.' }),
        }),
      )
      .max(20),
  })
  .openapi('NewSentence');
const Edit = z
  .strictObject({
    base_revision: z.int32().positive().openapi({ description: 'The revision you changed.' }),
    headline: Sentence,
    sentences: z.array(Sentence).min(1).max(50),
  })
  .openapi('DraftEdit');
const Submit = z.strictObject({ content_sha256: sha256 }).openapi('DraftSubmission');

const edit = operation(
  { may: 'draft.write', problems: [404, 409] },
  {
    method: 'put',
    path: '/v1/posts/{id}/draft',
    operationId: 'editDraft',
    tags: ['drafting'],
    summary: 'Replace the draft by your own wording',
    description: 'Through the same gate as the machine: no source, no sentence.',
    request: { params: idInPath, body: { required: true, content: json(Edit) } },
    responses: { 200: { description: 'The new revision.', content: json(DraftRevision) } },
  },
);

const submit = operation(
  { may: 'draft.submit', problems: [404, 409] },
  {
    method: 'post',
    path: '/v1/posts/{id}/draft/submit',
    operationId: 'submitDraft',
    tags: ['drafting'],
    summary: 'Put the draft before the reviewers',
    description: "Needs a decision to respond and a person's CONTRADICTED on the answered claim.",
    request: { params: idInPath, body: { required: true, content: json(Submit) } },
    responses: { 204: { description: 'It is in review.' } },
  },
);

export const drafts = createRouter()
  .openapi(edit, async (c) => {
    const { base_revision: baseRevision, headline, sentences } = c.req.valid('json');
    const stored = await editDraft(c.var.ctx, {
      postId: c.req.valid('param').id,
      baseRevision,
      headline: toSentence(headline),
      sentences: sentences.map(toSentence),
    });
    return c.json({ draft_id: stored.draftId, revision: stored.revision }, 200);
  })
  .openapi(submit, async (c) => {
    await submitDraft(c.var.ctx, {
      postId: c.req.valid('param').id,
      contentSha256: c.req.valid('json').content_sha256,
    });
    return c.body(null, 204);
  });

function toSentence(sentence: z.infer<typeof Sentence>): EditInput['headline'] {
  return {
    ...sentence,
    citations: sentence.citations.map(({ passage_id: passageId, quote }) => ({ passageId, quote })),
  };
}
