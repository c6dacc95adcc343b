import { Hono } from 'hono';
import { draftAudiences, draftLanguages, draftLengths, draftVariants } from '#drafting/index.ts';
import { requirePermission } from '#identity/index.ts';
import { NotFoundError } from '#platform/errors.ts';
import { readWholeItem } from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { isId } from '../forms.ts';
import { VariantsPage } from '../pages/variants.tsx';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

export function variantRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/posts/:id/variants', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'posts.read');
    const postId = c.req.param('id');
    if (!isId(postId)) throw new NotFoundError('no such post', { field: 'post' });
    const item = await readWholeItem(ctx, postId);
    const asked = c.req.query('claim') ?? item.draft?.claim_id;
    const claim = item.claims.find(({ id, checkable }) =>
      asked === undefined ? checkable : id === asked,
    );
    if (claim === undefined) throw new NotFoundError('no such claim', { field: 'claim' });
    // Without a choice: all lengths for readers at home.
    const audience = oneOf(c.req.query('audience') ?? 'domestic', draftAudiences);
    const length = oneOf(c.req.query('length'), draftLengths);
    const language = oneOf(c.req.query('language'), draftLanguages);
    const variants = await draftVariants(ctx, {
      claimId: claim.id,
      audiences: audience === '' ? undefined : [audience],
      lengths: length === '' ? undefined : [length],
      languages: language === '' ? undefined : [language],
    });
    const filter = { claim: claim.id, audience, length, language };
    return renderPage(
      c,
      <VariantsPage view={viewOf(c)} item={item} filter={filter} variants={variants} />,
    );
  });
  return routes;
}

function oneOf<T extends string>(value: string | undefined, known: readonly T[]): T | '' {
  return known.find((one) => one === value) ?? '';
}
