import { type Context, Hono } from 'hono';
import {
  diffVersions,
  type DocumentView,
  readDocument,
  readVersion,
  type VersionView,
} from '#corpus/index.ts';
import { requirePermission } from '#identity/index.ts';
import { NotFoundError } from '#platform/errors.ts';
import type { AppContext, HttpEnv } from '../../env.ts';
import { isId } from '../forms.ts';
import { VersionDiffPage } from '../pages/version-diff.tsx';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

export function versionDiffRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/corpus/versions/:id/diff', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'corpus.read');
    const version = await readVersion(ctx, checkedId(c.req.param('id')));
    const document = await readDocument(ctx, { id: version.document_id });
    const beforeId = await versionBefore(c, version, document);
    const compared = beforeId === null ? null : await compare(ctx, beforeId, version.id);
    const page = (
      <VersionDiffPage view={viewOf(c)} version={version} document={document} compared={compared} />
    );
    return renderPage(c, page);
  });
  return routes;
}

async function compare(ctx: AppContext, beforeId: string, afterId: string) {
  return {
    before: await readVersion(ctx, beforeId),
    diff: await diffVersions(ctx, { beforeId, afterId, withUnchanged: true }),
  };
}

/**
 * What was asked for; else the approved version before it, else any version before it, else what is
 * in force of a document it takes the place of.
 */
async function versionBefore(
  c: Context<HttpEnv>,
  version: VersionView,
  document: DocumentView,
): Promise<string | null> {
  const asked = c.req.query('against');
  if (asked) return checkedId(asked);
  const earlier = document.versions.filter(
    (one) => one.version_number < version.version_number && one.status !== 'discarded',
  );
  const own = earlier.find(({ status }) => status === 'approved') ?? earlier[0];
  if (own !== undefined) return own.id;
  for (const key of version.supersedes) {
    const { versions } = await readDocument(c.get('ctx'), { key });
    const approved = versions.find(({ status }) => status === 'approved');
    if (approved !== undefined) return approved.id;
  }
  return null;
}

function checkedId(id: string): string {
  if (!isId(id)) throw new NotFoundError('no such version', { field: 'version' });
  return id;
}
