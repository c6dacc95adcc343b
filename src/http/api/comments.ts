import { z } from '@hono/zod-openapi';
import { type CommentView, readComments, writeComment } from '#comments/index.ts';
import { at, id, idInPath, json, pageOf, pageQuery } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const ordinal = z.int32().nonnegative();
const Comment = z
  .object({
    id,
    written_by: z.string().openapi({ description: 'A colleague.' }),
    written_at: at,
    text: z.string().openapi({ description: 'Plain text, with what identifies a person masked.' }),
    draft_id: id.nullable().openapi({ description: 'The draft there was when it was written.' }),
    revision: z.int().nullable(),
    sentence: ordinal
      .nullable()
      .openapi({ description: '0 is the headline; null: not about one sentence.' }),
    by_reviewer: z.boolean().openapi({
      description:
        'Written by a reviewer of that draft; hidden from others until the round is decided.',
    }),
    mentions: z.array(z.string()).openapi({ description: 'Names of the people it calls.' }),
  })
  .openapi('Comment');
const NewComment = z
  .strictObject({
    text: z.string().min(1).max(20_000).openapi({
      description:
        'Plain text of 1 to 5,000 characters. @name or @[name] mentions somebody who works here.',
      example: 'Câu 2: con số này lấy từ khoản nào?',
    }),
    draft_id: id.optional().openapi({ description: 'The draft you read; needed with sentence.' }),
    sentence: ordinal.optional().openapi({ description: '0 is the headline.' }),
  })
  .openapi('NewComment');

const list = operation(
  { may: 'posts.read', problems: [404] },
  {
    method: 'get',
    path: '/v1/posts/{id}/comments',
    operationId: 'listComments',
    tags: ['review'],
    summary: 'Comments beside a post, oldest first',
    description:
      'While a draft is in review, what its reviewers write is read by themselves and by who has decided; everybody reads it once the round is decided.',
    request: { params: idInPath, query: pageQuery },
    responses: { 200: { description: 'A page.', content: json(pageOf(Comment)) } },
  },
);

const write = operation(
  { may: 'comment.write', problems: [404, 409, 429] },
  {
    method: 'post',
    path: '/v1/posts/{id}/comments',
    operationId: 'writeComment',
    tags: ['review'],
    summary: 'Comment on a post, or on a sentence of its draft',
    description: 'A comment can be neither changed nor deleted. At most 60 an hour.',
    request: { params: idInPath, body: { required: true, content: json(NewComment) } },
    responses: {
      201: { description: 'Written.', content: json(z.object({ id }).openapi('WrittenComment')) },
    },
  },
);

export const comments = createRouter()
  .openapi(list, async (c) => {
    const page = await readComments(c.var.ctx, {
      postId: c.req.valid('param').id,
      ...c.req.valid('query'),
    });
    return c.json({ items: page.items.map(render), next_cursor: page.nextCursor }, 200);
  })
  .openapi(write, async (c) => {
    const { text, draft_id: draftId, sentence } = c.req.valid('json');
    const postId = c.req.valid('param').id;
    return c.json(await writeComment(c.var.ctx, { postId, text, draftId, sentence }), 201);
  });

function render(comment: CommentView): z.infer<typeof Comment> {
  return {
    id: comment.id,
    written_by: comment.author,
    written_at: comment.writtenAt.toISOString(),
    text: comment.text,
    draft_id: comment.draftId,
    revision: comment.revision,
    sentence: comment.sentence,
    by_reviewer: comment.byReviewer,
    mentions: [...comment.mentions],
  };
}
