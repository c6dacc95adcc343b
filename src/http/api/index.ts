import { createHealth } from './health.ts';
import { alignments } from './alignments.ts';
import { approvals } from './approvals.ts';
import { claims } from './claims.ts';
import { corpusSearch } from './corpus-search.ts';
import { corpusHealthRoutes } from './corpus-health.ts';
import { corpusImport } from './corpus-import.ts';
import { documents } from './documents.ts';
import { drafts } from './drafts.ts';
import { gaps } from './gaps.ts';
import { me } from './me.ts';
import { names } from './names.ts';
import { createRouter } from './operation.ts';
import { posts } from './posts.ts';
import { response } from './response.ts';
import { reuse } from './reuse.ts';
import { review } from './review.ts';
import { thresholds } from './threshold.ts';
import { versionDecisions } from './version-decisions.ts';
import { versions } from './versions.ts';

/** Every operation of the API; the contract is made from it. */
export function createApi(version: string) {
  const api = createRouter();
  for (const router of [
    posts,
    response,
    claims,
    drafts,
    review,
    reuse,
    approvals,
    documents,
    corpusImport,
    versions,
    versionDecisions,
    corpusHealthRoutes,
    gaps,
    corpusSearch,
    names,
    alignments,
    thresholds,
    me,
  ]) {
    api.route('/', router);
  }
  api.route('/', createHealth(version));
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key that begins with dct_, issued by: doichung keys issue.',
  });
  return api;
}
