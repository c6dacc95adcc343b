import { createHealth } from './health.ts';
import { approvals } from './approvals.ts';
import { claims } from './claims.ts';
import { documents } from './documents.ts';
import { drafts } from './drafts.ts';
import { me } from './me.ts';
import { names } from './names.ts';
import { createRouter } from './operation.ts';
import { posts } from './posts.ts';
import { response } from './response.ts';
import { review } from './review.ts';
import { thresholds } from './threshold.ts';

/** Every operation of the API; the contract is made from it. */
export function createApi(version: string) {
  const api = createRouter();
  for (const router of [
    posts,
    response,
    claims,
    drafts,
    review,
    approvals,
    documents,
    names,
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
