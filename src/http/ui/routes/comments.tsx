import { Hono } from 'hono';
import { writeComment } from '#comments/index.ts';
import type { HttpEnv } from '../../env.ts';
import { isId, optionalText, textOf } from '../forms.ts';
import { onItem } from './item.tsx';

/** Writing a comment beside a post. */
export function commentRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  // The address a refused form leaves in the browser, opened again.
  routes.get('/posts/:id/comments', (c) => c.redirect(`/posts/${c.req.param('id')}#comment`));
  routes.post('/posts/:id/comments', (c) =>
    onItem(c, 'comment', async (form, postId) => {
      const draftId = textOf(form, 'draft_id');
      const sentence = optionalText(form, 'sentence');
      await writeComment(c.get('ctx'), {
        postId,
        text: textOf(form, 'text'),
        ...(isId(draftId) ? { draftId } : {}),
        ...(sentence === null ? {} : { sentence: Number.parseInt(sentence, 10) || 0 }),
      });
      return '?notice=commented#comment';
    }),
  );
  return routes;
}
