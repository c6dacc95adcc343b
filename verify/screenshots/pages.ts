import type { PageToSee } from './look-at-page.ts';
import type { Stage } from './stage.ts';

/** Every page there is, as those see it who work there. */
export function pagesOf({ places, documentId, versionId }: Stage): PageToSee[] {
  const post = (name: string, id: string, as: string): PageToSee => ({
    name: `post-${name}`,
    path: `/posts/${id}`,
    as: `demo-${as}`,
  });
  const page = (name: string, path: string, as: string): PageToSee => ({
    name,
    path,
    as: `demo-${as}`,
  });
  return [
    { name: 'login', path: '/login', as: null },
    { name: 'login-code', path: '/login/code', as: null },
    page('confirm', '/confirm', 'admin'),
    page('account', '/account', 'reviewer-1'),
    page('notices', '/notices', 'drafter'),
    { ...page('not-found', '/khong-co-trang-nay', 'drafter'), status: 404 },
    { ...page('forbidden', '/admin', 'drafter'), status: 403 },
    page('queue', '/', 'reviewer-1'),
    page('queue-filtered', '/?state=IN_REVIEW&text=khong-co-gi', 'reviewer-2'),
    page('submit', '/submit', 'triager'),
    page('triage', '/triage', 'triager'),
    post('in-draft', places.inDraft, 'drafter'),
    post('waiting', places.waiting, 'drafter'),
    post('leased', places.leased, 'reviewer-2'),
    post('first-decided', places.firstDecided, 'reviewer-1'),
    post('approved', places.approved, 'auditor'),
    post('returned', places.returned, 'drafter'),
    post('declined', places.declined, 'reviewer-2'),
    post('opinion', places.opinion, 'triager'),
    post('no-action', places.noAction, 'triager'),
    page('variants', `/posts/${places.inDraft}/variants`, 'drafter'),
    page('corpus', '/corpus', 'corpus-editor'),
    page('document', `/corpus/${documentId}`, 'corpus-editor'),
    page('version', `/corpus/versions/${versionId}`, 'corpus-approver'),
    page('corpus-search', '/corpus/search?q=quy%E1%BB%81n', 'drafter'),
    page('corpus-gaps', '/corpus/gaps', 'corpus-editor'),
    page('corpus-health', '/corpus/health', 'corpus-editor'),
    page('corpus-upload', '/corpus/upload', 'corpus-editor'),
    page('statistics', '/statistics', 'auditor'),
    page('third-look', '/third-look', 'reviewer-1'),
  ];
}
