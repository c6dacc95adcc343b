import { describe, expect, test } from 'vitest';
import { type Role, roles } from '#db/roles.ts';
import { openApiDocument } from '#http/openapi.ts';
import { createUi } from '#http/ui/index.ts';
import { type Action, contentRoles, issueKey, permissions } from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appWithPages, keyOf, problemIn, sender } from './client.ts';
import { pages } from './page-purposes.ts';

const ctx = await createTestContext();
const app = appWithPages(ctx);
const send = sender(app);
const [versionId = ''] = await approveCorpus(ctx, [invented]);
const postId = await analysedPost(ctx, contradictingClaim);
const keys = new Map<Role, string>();
for (const role of roles) keys.set(role, await keyOf(ctx, role));

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

const routes: readonly Route[] = [
  ...new Map(
    createUi()
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => [
        `${method} ${path}`,
        { name: `${method} ${path}`, method, path },
      ]),
  ).values(),
];

/** An address of the page about something that is there. */
function addressOf(path: string): string {
  return path
    .replace('/corpus/versions/:id', `/corpus/versions/${versionId}`)
    .replace('/posts/:id', `/posts/${postId}`)
    .replaceAll(/:\w+(?:\{([^}]*)\})?/g, (_whole, pattern?: string) => firstOf(pattern) ?? newId());
}

/** The first of the choices a parameter's pattern names; null where it takes anything. */
function firstOf(pattern: string | undefined): string | null {
  if (pattern === undefined || !pattern.includes('|')) return null;
  const open = pattern.replaceAll(/\(\?:([^|)]*)[^)]*\)/g, '$1').replaceAll('\\.', '.');
  return open.split('|')[0] ?? null;
}

async function statusOf(role: Role, { method, path }: Route): Promise<number> {
  const answer = await app.request(addressOf(path), {
    method,
    headers: { Authorization: `Bearer ${keys.get(role)}`, Accept: 'text/html' },
    ...(method === 'POST' ? { body: new FormData() } : {}),
  });
  return answer.status;
}

describe('every page', () => {
  test('has a purpose, and no purpose is left without its page', () => {
    const found = routes.map(({ name }) => name);
    expect(found.toSorted()).toEqual(Object.keys(pages).toSorted());
  });

  const guarded = routes.flatMap((route) => {
    const purpose = pages[route.name] ?? 'any';
    return purpose === 'any' || purpose === 'open' ? [] : [[route.name, purpose, route] as const];
  });
  test.each(guarded)('%s (%s) lets exactly its roles in', async (_name, purpose, route) => {
    for (const role of roles) {
      const status = await statusOf(role, route);
      const may = permissionsOf(purpose).includes(role);
      expect(status === 403, `${role}: ${status}`).toBe(!may);
      // 503: what only a server with files can do.
      expect(status === 503 || status < 500, `${role}: ${status}`).toBe(true);
    }
  });

  test.each(guarded)('%s (%s) is for people who signed in', async (_name, _purpose, route) => {
    const { method } = route;
    const body = method === 'POST' ? { body: new FormData() } : {};
    expect((await app.request(addressOf(route.path), { method, ...body })).status).toBe(401);
  });
});

function permissionsOf(action: Action): readonly Role[] {
  return permissions[action];
}

interface Operation {
  readonly name: string;
  readonly action: string | null;
  readonly roles: readonly string[] | null;
}

type Definition = Readonly<Record<string, unknown>>;

const writing: readonly Operation[] = Object.entries(
  (openApiDocument('0.0.0-test') as { paths: Record<string, Record<string, Definition>> }).paths,
).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => method !== 'get')
    .map(([method, definition]) => ({
      name: `${method.toUpperCase()} ${path}`,
      action: (definition['x-permission'] as string | undefined) ?? null,
      roles: (definition['x-roles'] as string[] | undefined) ?? null,
    })),
);

/** All that roles without a part in content may change, whatever is added later; a POST may only read. */
const ownAffairs = ['keys.own', 'filters.save', 'posts.read'];
const mayChange: Readonly<Partial<Record<Role, readonly string[]>>> = {
  // Asks for a check of the trail, and for copies: the trail grows by that it was done.
  auditor: [...ownAffairs, 'audit.read', 'bundle.read'],
  evaluator: [...ownAffairs, 'threshold.propose', 'golden.manage', 'evaluation.record'],
  admin: [
    ...ownAffairs,
    'users.manage',
    'webhooks.manage',
    'topics.weigh',
    'threshold.propose',
    'threshold.approve',
    // Failed jobs run again.
    'system.read',
    // Takes an approval out of force, never in.
    'approval.revoke',
  ],
};

describe('the table of product.md', () => {
  test.each(Object.entries(mayChange))('%s changes nothing else', (role, actions) => {
    const open = writing.filter(({ roles }) => roles === null || roles.includes(role));
    const beyond = open.filter(({ action }) => action === null || !actions.includes(action));
    expect(beyond.map(({ name, action }) => `${name} (${action})`)).toEqual([]);
    const byPage = routes
      .filter(({ method, name }) => method === 'POST' && (pages[name] ?? 'any') in permissions)
      .map(({ name }) => pages[name] as Action)
      .filter((purpose) => permissionsOf(purpose).some((one) => one === role));
    expect(byPage.filter((purpose) => !actions.includes(purpose))).toEqual([]);
  });

  test('what writes content is for roles of content alone', () => {
    const content = [
      'posts.submit',
      'response.decide',
      'outcome.decide',
      'draft.write',
      'draft.submit',
      'review.decide',
      'answer.reuse',
      'comment.write',
      'third_look.give',
      'published.record',
      'corpus.edit',
      'corpus.approve',
    ] as const satisfies readonly Action[];
    for (const action of content) {
      expect(
        permissionsOf(action).filter((role) => !contentRoles.includes(role)),
        action,
      ).toEqual([]);
    }
    expect(permissions['review.decide']).toEqual(['reviewer']);
    expect(permissions['corpus.approve']).toEqual(['corpus_approver']);
  });
});

describe('a key with scopes', () => {
  test('is refused outside of them, with the problem that says so', async () => {
    const { actor } = await actAs(ctx, 'hai-vai', ['triager', 'auditor']);
    const { key } = await issueKey(ctx, {
      userName: actor.name,
      label: 'test',
      scopes: ['posts.read', 'keys.own'],
    });
    expect((await send('GET', '/v1/posts', { key })).status).toBe(200);
    for (const [method, path, json] of [
      ['POST', '/v1/posts', { text: 'Thư viện giả định mở cửa.' }],
      ['GET', '/v1/corpus/documents', undefined],
      ['POST', '/v1/keys', { label: 'rộng hơn' }],
      ['POST', '/v1/keys', { label: 'rộng hơn', scopes: ['posts.submit'] }],
    ] as const) {
      const problem = problemIn(await send(method, path, { key, json }));
      expect(problem, path).toMatchObject({ status: 403, type: '/problems/forbidden' });
      expect(problem.remedy).toMatch(/scopes/);
    }
    const { body } = await send('GET', '/v1/me', { key });
    expect(body).toMatchObject({
      permissions: ['posts.read', 'keys.own'],
      credential: { kind: 'key', scopes: ['posts.read', 'keys.own'] },
    });
    const page = await app.request('/submit', {
      headers: { Authorization: `Bearer ${key}`, Accept: 'text/html' },
    });
    expect(page.status).toBe(403);
  });
});
