import { type Context, Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { AppError } from '#platform/errors.ts';
import { findSamePost, type PostInput, preparePost, receivePosts } from '#posts/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { optionalText, readForm, textOf } from '../forms.ts';
import { type PastePreview, SubmitPage } from '../pages/submit.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

/** Pasting one post. */
export function submitRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/submit', (c) => {
    requirePermission(c.get('ctx').actor, 'posts.submit');
    return renderPage(c, <SubmitPage view={viewOf(c)} feedback={{}} />);
  });
  routes.post('/submit', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'posts.submit');
    const form = await readForm(c);
    try {
      const post = await preparePost(postOf(form));
      const [received] = await receivePosts(ctx, { posts: [post], channel: 'ui' });
      const notice = received?.duplicate === true ? 'duplicate' : 'new';
      return c.redirect(`/posts/${received?.postId}?notice=${notice}`, 303);
    } catch (error) {
      return refuse(c, error, form);
    }
  });
  routes.get('/submit/preview', (c) => c.redirect('/submit', 303));
  // The same page with what would be stored; nothing is.
  routes.post('/submit/preview', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'posts.submit');
    const form = await readForm(c);
    try {
      const post = await preparePost(postOf(form));
      return show(c, form, { post, knownPostId: await findSamePost(ctx, post) });
    } catch (error) {
      return refuse(c, error, form);
    }
  });
  return routes;
}

function show(c: Context<HttpEnv>, form: FormData, preview: PastePreview) {
  const view = viewOf(c, '/submit');
  return renderPage(c, <SubmitPage view={view} feedback={{ typed: form }} preview={preview} />);
}

function refuse(c: Context<HttpEnv>, error: unknown, form: FormData) {
  if (!(error instanceof AppError)) throw error;
  const view = viewOf(c, '/submit');
  const feedback = { problem: describeProblem(error, 'submit-post', view.t), typed: form };
  const { status } = toProblem(error, c.get('requestId'));
  return renderPage(c, <SubmitPage view={view} feedback={feedback} />, status);
}

function postOf(form: FormData): PostInput {
  const time = optionalText(form, 'posted_at');
  return {
    text: textOf(form, 'text'),
    platform: optionalText(form, 'platform'),
    url: optionalText(form, 'url'),
    // The field has no zone; its label says Vietnam time.
    postedAt: time !== null && /T\d{2}:\d{2}(:\d{2})?$/.test(time) ? `${time}+07:00` : time,
  };
}
