import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { draftLanguages } from '#drafting/index.ts';
import { sha256Hex } from '#platform/hash.ts';
import { readFeed, renderAtom, renderJsonFeed } from '#review/index.ts';
import type { HttpEnv } from '../env.ts';
import { createRouter, operation } from './operation.ts';

const request = {
  query: z.strictObject({
    lang: z.enum(draftLanguages).optional().openapi({ description: 'Only answers in it.' }),
  }),
};
const description =
  'At most 100, newest first; nothing of the posts they answer. What leaves force is gone at once. Ask again with If-None-Match; there is no Last-Modified, since an answer that goes leaves no later time behind. The key may also be sent as the password of Basic authentication.';
const unchanged = { description: 'As it was when you last asked.' };

const atom = operation(
  { may: 'export.read' },
  {
    method: 'get',
    path: '/feeds/approvals.atom',
    operationId: 'feedAtom',
    tags: ['approvals'],
    summary: 'Approved answers in force, as Atom',
    description,
    request,
    responses: {
      200: {
        description: 'The feed.',
        content: { 'application/atom+xml': { schema: z.string() } },
      },
      304: unchanged,
    },
  },
);

const jsonFeed = operation(
  { may: 'export.read' },
  {
    method: 'get',
    path: '/feeds/approvals.json',
    operationId: 'feedJson',
    tags: ['approvals'],
    summary: 'Approved answers in force, as JSON Feed 1.1',
    description,
    request,
    responses: {
      200: {
        description: 'The feed.',
        content: {
          'application/feed+json': { schema: z.looseObject({ version: z.string() }) },
        },
      },
      304: unchanged,
    },
  },
);

export const feeds = createRouter()
  .openapi(atom, async (c) => {
    const text = await render(c, c.req.valid('query').lang, renderAtom);
    return answer(c, text, 'application/atom+xml; charset=utf-8');
  })
  .openapi(jsonFeed, async (c) => {
    const text = await render(c, c.req.valid('query').lang, renderJsonFeed);
    return answer(c, text, 'application/feed+json; charset=utf-8');
  });

async function render(
  c: Context<HttpEnv>,
  language: (typeof draftLanguages)[number] | undefined,
  write: typeof renderAtom,
): Promise<string> {
  const { ctx } = c.var;
  const base = ctx.config.signIn.publicUrl.replace(/\/$/, '');
  const query = language === undefined ? '' : `?lang=${language}`;
  return write(await readFeed(ctx, { language }), { base, self: `${base}${c.req.path}${query}` });
}

/** `no-cache`: kept, and asked about each time. */
async function answer(c: Context<HttpEnv>, text: string, type: string): Promise<Response> {
  const tag = `"${await sha256Hex(text)}"`;
  const headers = {
    ETag: tag,
    'Cache-Control': 'private, no-cache',
    Vary: 'Authorization, Cookie',
  };
  if (isKnown(c.req.header('If-None-Match'), tag)) return c.body(null, 304, headers);
  return c.body(text, 200, { ...headers, 'Content-Type': type });
}

function isKnown(header: string | undefined, tag: string): boolean {
  const tags = header?.split(',').map((each) => each.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(tag) || tags.includes('*');
}
