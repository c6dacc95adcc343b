import { createHealth } from './health.ts';
import { alignments } from './alignments.ts';
import { approvals } from './approvals.ts';
import { bulkResponses } from './bulk-response.ts';
import { bundles } from './bundles.ts';
import { audit } from './audit.ts';
import { claims } from './claims.ts';
import { comments } from './comments.ts';
import { corpusSearch } from './corpus-search.ts';
import { corpusHealthRoutes } from './corpus-health.ts';
import { corpusImport } from './corpus-import.ts';
import { decisionRecords } from './decision-records.ts';
import { documents } from './documents.ts';
import { drafts } from './drafts.ts';
import { feeds } from './feeds.ts';
import { gaps } from './gaps.ts';
import { golden } from './golden.ts';
import { imports } from './imports.ts';
import { keys } from './keys.ts';
import { me } from './me.ts';
import { names } from './names.ts';
import { notices } from './notices.ts';
import { createRouter } from './operation.ts';
import { posts } from './posts.ts';
import { published } from './published.ts';
import { response } from './response.ts';
import { reuse } from './reuse.ts';
import { review } from './review.ts';
import { similar } from './similar-decisions.ts';
import { thirdLooks } from './third-looks.ts';
import { queueSettings } from './queue-settings.ts';
import { reviewQueue } from './review-queue.ts';
import { revocations } from './revocations.ts';
import { statistics } from './statistics.ts';
import { thresholds } from './threshold.ts';
import { users } from './users.ts';
import { versionDecisions } from './version-decisions.ts';
import { versions } from './versions.ts';
import { webhooks } from './webhooks.ts';

/** Every operation of the API; the contract is made from it. */
export function createApi(version: string) {
  const api = createRouter();
  for (const router of [
    posts,
    imports,
    response,
    bulkResponses,
    claims,
    drafts,
    reviewQueue,
    queueSettings,
    review,
    reuse,
    comments,
    similar,
    thirdLooks,
    golden,
    approvals,
    bundles,
    published,
    decisionRecords,
    feeds,
    revocations,
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
    webhooks,
    notices,
    statistics,
    audit,
    me,
    users,
    keys,
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
