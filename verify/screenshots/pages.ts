import type { PageToSee } from './look-at-page.ts';
import type { Stage } from './stage.ts';

/** Every page there is, as those see it who work there. */
export function pagesOf(stage: Stage): PageToSee[] {
  return [
    ...openPages,
    ...pagesOfPosts(stage),
    ...pagesOfReviewers(stage),
    ...pagesOfIntake(stage),
    ...pagesOfCorpus(stage),
    ...pagesOfFigures(stage),
    ...pagesOfRecords(stage),
    ...adminPages,
  ];
}

const page = (name: string, path: string, as: string): PageToSee => ({
  name,
  path,
  as: `demo-${as}`,
});

const openPages: readonly PageToSee[] = [
  { name: 'login', path: '/login', as: null },
  { name: 'login-code', path: '/login/code', as: null },
  { name: 'welcome', path: '/welcome', as: null },
  { name: 'keys', path: '/keys', as: null },
  page('confirm', '/confirm', 'admin'),
  page('account', '/account', 'reviewer-1'),
  page('notices', '/notices', 'drafter'),
  { ...page('not-found', '/khong-co-trang-nay', 'drafter'), status: 404 },
  { ...page('forbidden', '/admin/users', 'drafter'), status: 403 },
];

function pagesOfPosts({ places }: Stage): PageToSee[] {
  const post = (name: string, id: string, as: string) => page(`post-${name}`, `/posts/${id}`, as);
  return [
    post('in-draft', places.inDraft, 'drafter'),
    post('waiting', places.waiting, 'drafter'),
    post('leased', places.leased, 'reviewer-2'),
    post('first-decided', places.firstDecided, 'reviewer-1'),
    post('approved', places.approved, 'auditor'),
    post('returned', places.returned, 'drafter'),
    post('declined', places.declined, 'reviewer-2'),
    post('opinion', places.opinion, 'triager'),
    post('no-action', places.noAction, 'triager'),
    page('edit', `/posts/${places.inDraft}/edit`, 'drafter'),
    page('edit-returned', `/posts/${places.returned}/edit`, 'drafter'),
    page('passages', `/posts/${places.inDraft}/passages?q=quy%E1%BB%81n`, 'drafter'),
    page('variants', `/posts/${places.inDraft}/variants`, 'drafter'),
  ];
}

function pagesOfReviewers({ places }: Stage): PageToSee[] {
  const review = (name: string, id: string, as: string) =>
    page(`review-${name}`, `/posts/${id}/review`, as);
  return [
    page('queue', '/', 'reviewer-1'),
    page('queue-filtered', '/?state=IN_REVIEW&text=khong-co-gi', 'reviewer-2'),
    review('leased', places.leased, 'reviewer-2'),
    review('held-by-other', places.leased, 'reviewer-1'),
    review('waiting-for-second', places.firstDecided, 'reviewer-1'),
    review('approved', places.approved, 'reviewer-2'),
    review('returned', places.returned, 'reviewer-1'),
    page('third-look', '/third-look', 'reviewer-1'),
  ];
}

function pagesOfIntake({ work }: Stage): PageToSee[] {
  return [
    page('submit', '/submit', 'triager'),
    page('submit-file', '/submit/file', 'triager'),
    page('imports', '/imports', 'triager'),
    page('import', `/imports/${work.importId}`, 'triager'),
    page('triage', '/triage', 'triager'),
    page('triage-search', '/triage?text=tuyen%20ngon&decision=all', 'triager'),
    page('triage-nothing', '/triage?text=khongcogicanaynhe', 'triager'),
  ];
}

function pagesOfCorpus({ documentId, versionId, quote }: Stage): PageToSee[] {
  const span = `from=${quote.from}&to=${quote.to}`;
  return [
    page('corpus', '/corpus', 'corpus-editor'),
    page('corpus-on-a-day', '/corpus?state=in_force&on=2026-01-01', 'drafter'),
    page('document', `/corpus/${documentId}`, 'corpus-editor'),
    page('version', `/corpus/versions/${versionId}`, 'corpus-approver'),
    page('version-quote', `/corpus/versions/${quote.versionId}?${span}#quote`, 'drafter'),
    page('original', `/corpus/versions/${quote.versionId}/original?${span}`, 'drafter'),
    page('corpus-search', '/corpus/search?q=quy%E1%BB%81n', 'drafter'),
    page('corpus-gaps', '/corpus/gaps', 'corpus-editor'),
    page('corpus-health', '/corpus/health', 'corpus-editor'),
    page('corpus-upload', '/corpus/upload', 'corpus-editor'),
  ];
}

function pagesOfFigures({ work: { runIds } }: Stage): PageToSee[] {
  const [older, newer] = runIds;
  const sections = ['intake', 'review', 'quality', 'corpus', 'evaluations'];
  return [
    page('statistics', '/statistics', 'auditor'),
    ...sections.map((one) => page(`statistics-${one}`, `/statistics/${one}`, 'auditor')),
    page('evaluations', '/evaluations', 'evaluator'),
    page('evaluation', `/evaluations/${newer}`, 'evaluator'),
    page('evaluation-compare', `/evaluations/compare?before=${older}&after=${newer}`, 'evaluator'),
  ];
}

function pagesOfRecords({ places, approvalId }: Stage): PageToSee[] {
  return [
    page('audit', '/audit', 'auditor'),
    page('audit-action', '/audit?action=review.decided', 'auditor'),
    page('audit-history', `/audit/entity/post/${places.approved}`, 'auditor'),
    page('audit-verify', '/audit/verify', 'auditor'),
    page('audit-bundles', `/audit/bundles?about=${approvalId}`, 'auditor'),
  ];
}

const adminPages: readonly PageToSee[] = [
  page('admin-users', '/admin/users', 'admin'),
  page('admin-keys', '/admin/keys', 'admin'),
  page('admin-own-keys', '/admin/keys', 'drafter'),
  page('admin-thresholds', '/admin/thresholds', 'admin'),
  page('admin-topics', '/admin/topics', 'admin'),
  page('admin-webhooks', '/admin/webhooks', 'admin'),
  page('admin-golden', '/admin/golden', 'evaluator'),
  page('admin-system', '/admin/system', 'admin'),
];
