import { z } from '@hono/zod-openapi';
import {
  checkEdit,
  type EditedDraft,
  draftLanguages,
  draftLengths,
  editDraft,
} from '#drafting/index.ts';
import { currentContent, submitDraft } from '#review/index.ts';
import { requireMatch } from '../if-match.ts';
import { audience, day, id, idInPath, ifMatch, json, sentenceRole, sha256 } from './fields.ts';
import { Finding, renderFinding } from './finding-view.ts';
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
const Wording = z
  .strictObject({
    headline: Sentence,
    sentences: z.array(Sentence).min(1).max(50),
    review_by: day.nullable().optional().openapi({
      description: 'Day from which an approval is out of force; null: none. Absent: unchanged.',
    }),
    no_alternative: z.boolean().optional().openapi({
      description: 'The corpus has no other explanation to put in place of the claim.',
    }),
    audience: audience.optional(),
    length: z.enum(draftLengths).optional(),
    language: z.enum(draftLanguages).optional(),
  })
  .openapi('DraftWording');
const Edit = Wording.extend({
  base_revision: z.int32().positive().openapi({ description: 'The revision you changed.' }),
}).openapi('DraftEdit');
const Edited = DraftRevision.extend({
  blocked: z.boolean().openapi({
    description: 'It fails the gate or a rule of severity H: it cannot be submitted as it is.',
  }),
}).openapi('EditedDraft');
const Check = z
  .object({
    blocked: z.boolean(),
    reasons: z
      .array(z.string())
      .openapi({ description: 'Why what passes the gate is no whole rebuttal.' }),
    sentences: z
      .array(
        z.object({
          ordinal: z.int(),
          failures: z.array(z.string()).openapi({ description: 'What the gate says of it.' }),
          findings: z.array(Finding),
        }),
      )
      .openapi({ description: 'Ordinal 0 is the headline.' }),
    findings: z.array(Finding).openapi({ description: 'What concerns the draft as a whole.' }),
  })
  .openapi('DraftCheck');
const Submit = z.strictObject({ content_sha256: sha256 }).openapi('DraftSubmission');

const edit = operation(
  { may: 'draft.write', problems: [404, 409, 412] },
  {
    method: 'put',
    path: '/v1/posts/{id}/draft',
    operationId: 'editDraft',
    tags: ['drafting'],
    summary: 'Replace the draft by your own wording',
    description:
      'Through the same gate and linter as the machine. Sentences that fail are stored with what is wrong with them, and block the revision; only a quote that is not in its passage is refused.',
    request: {
      params: idInPath,
      headers: ifMatch,
      body: { required: true, content: json(Edit) },
    },
    responses: { 200: { description: 'The new revision.', content: json(Edited) } },
  },
);

const check = operation(
  { may: 'draft.write', problems: [404] },
  {
    method: 'post',
    path: '/v1/posts/{id}/draft/check',
    operationId: 'checkDraft',
    tags: ['drafting'],
    summary: 'Hold a wording against gate and linter without storing it',
    description: 'For use while somebody writes.',
    request: { params: idInPath, body: { required: true, content: json(Wording) } },
    responses: { 200: { description: 'What was found.', content: json(Check) } },
  },
);

const submit = operation(
  { may: 'draft.submit', problems: [404, 409, 412] },
  {
    method: 'post',
    path: '/v1/posts/{id}/draft/submit',
    operationId: 'submitDraft',
    tags: ['drafting'],
    summary: 'Put the draft before the reviewers',
    description:
      "Needs a decision to respond, a person's CONTRADICTED on the answered claim, and a draft that is not blocked.",
    request: {
      params: idInPath,
      headers: ifMatch,
      body: { required: true, content: json(Submit) },
    },
    responses: { 204: { description: 'It is in review.' } },
  },
);

export const drafts = createRouter()
  .openapi(edit, async (c) => {
    const { ctx } = c.var;
    const { base_revision: baseRevision, ...wording } = c.req.valid('json');
    const postId = c.req.valid('param').id;
    await requireMatch(c.req.valid('header')['If-Match'], () => currentContent(ctx, { postId }));
    const { draftId, revision, blocked } = await editDraft(ctx, {
      ...toEdited(postId, wording),
      baseRevision,
    });
    return c.json({ draft_id: draftId, revision, blocked }, 200);
  })
  .openapi(check, async (c) => {
    const input = toEdited(c.req.valid('param').id, c.req.valid('json'));
    const { blocked, reasons, sentences, findings } = await checkEdit(c.var.ctx, input);
    return c.json(
      {
        blocked,
        reasons: [...reasons],
        sentences: sentences.map((sentence) => ({
          ordinal: sentence.ordinal,
          failures: [...sentence.failures],
          findings: sentence.findings.map(renderFinding),
        })),
        findings: findings.map(renderFinding),
      },
      200,
    );
  })
  .openapi(submit, async (c) => {
    const { ctx } = c.var;
    const postId = c.req.valid('param').id;
    await requireMatch(c.req.valid('header')['If-Match'], () => currentContent(ctx, { postId }));
    await submitDraft(ctx, {
      postId,
      contentSha256: c.req.valid('json').content_sha256,
    });
    return c.body(null, 204);
  });

function toEdited(postId: string, wording: z.infer<typeof Wording>): EditedDraft {
  const { headline, sentences, review_by: reviewBy, no_alternative, ...form } = wording;
  return {
    postId,
    headline: toSentence(headline),
    sentences: sentences.map(toSentence),
    reviewBy,
    noAlternative: no_alternative,
    ...form,
  };
}

function toSentence(sentence: z.infer<typeof Sentence>): EditedDraft['headline'] {
  return {
    ...sentence,
    citations: sentence.citations.map(({ passage_id: passageId, quote }) => ({ passageId, quote })),
  };
}
