import { describe, expect, test } from 'vitest';
import { roles } from '#db/roles.ts';
import { openApiDocument } from '#http/openapi.ts';
import { issueKey } from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appOver, keyOf, problemIn, sender } from './client.ts';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly roles: readonly string[] | null;
  readonly open: boolean;
  readonly hasBody: boolean;
  readonly takesJson: boolean;
  readonly hasInput: boolean;
  readonly statuses: readonly string[];
}

const document = openApiDocument('0.0.0-test') as {
  paths: Record<string, Record<string, Record<string, unknown>>>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, definition]): Operation => ({
    method: method.toUpperCase(),
    path: path.replaceAll(/\{\w+\}/g, newId()),
    roles: (definition['x-roles'] as string[] | undefined) ?? null,
    open: (definition['security'] as object[]).length === 0,
    hasBody: definition['requestBody'] !== undefined,
    takesJson: JSON.stringify(definition['requestBody'] ?? {}).includes('application/json'),
    hasInput: definition['requestBody'] !== undefined || definition['parameters'] !== undefined,
    statuses: Object.keys(definition['responses'] as object),
  })),
);
const closed = operations.filter((operation) => !operation.open);
const withBody = operations.filter((operation) => operation.takesJson);

const ctx = await createTestContext();
const send = sender(appOver(ctx));
const keys: ReadonlyMap<string, string> = new Map(
  await Promise.all(roles.map(async (role) => [role, await keyOf(ctx, role)] as const)),
);
/** A key of somebody whose role lets them do this. */
const keyFor = (operation: Operation): string | null =>
  keys.get(operation.roles?.[0] ?? 'auditor') ?? null;
const expired = await expiredKey();
const anyBody = { json: { nonsense: true } };
const named = (list: readonly Operation[]) =>
  list.map((one) => [`${one.method} ${one.path.replace(/[0-9a-f-]{36}/, '{id}')}`, one] as const);

async function expiredKey(): Promise<string> {
  const { actor } = await actAs(ctx, 'late', ['auditor']);
  const longAgo = { ...ctx, clock: () => new Date(0) };
  return (await issueKey(longAgo, { userName: actor.name, label: 'test' })).key;
}

describe.each(named(closed))('%s', (_name, operation) => {
  const { method, path, hasBody } = operation;
  const body = hasBody ? anyBody : {};

  test('wants a key in force', async () => {
    for (const key of [null, 'dct_unknown', 'x', expired]) {
      const answer = await send(method, path, { ...body, key });
      expect(problemIn(answer)).toMatchObject({ status: 401, type: '/problems/unauthenticated' });
      expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
    }
  });

  test('lets exactly its roles in', async () => {
    for (const role of roles) {
      const answer = await send(method, path, { ...body, key: keys.get(role) ?? null });
      const allowed = operation.roles === null || operation.roles.includes(role);
      expect(answer.status === 403, `${role}: ${answer.status}`).toBe(!allowed);
      expect(answer.status).toBeLessThan(500);
      expect(operation.statuses).toContain(String(answer.status));
      if (answer.status >= 400) expect(problemIn(answer).detail).not.toBe('');
    }
  });

  test.runIf(/[0-9a-f-]{36}/.test(path))('refuses an identifier that is none', async () => {
    const key = keyFor(operation);
    const bad = path.replace(/[0-9a-f-]{36}/, "1' or 1=1");
    const problem = problemIn(await send(method, bad, { ...body, key }));
    expect(problem).toMatchObject({ status: 400, field: 'id' });
    expect(problem.remedy).toBeTruthy();
  });
});

describe.each(named(withBody))('%s: body', (_name, operation) => {
  const { method, path } = operation;
  const key = keyFor(operation);

  test.each([
    ['no body', { raw: '' }, 400, 'body'],
    ['not JSON', { raw: '{"a":' }, 400, 'body'],
    ['a raw NUL', { raw: '{"text":"a\0b"}' }, 400, 'body'],
    ['not UTF-8', { raw: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]) }, 400, 'body'],
    ['UTF-16', { raw: new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]) }, 400, 'body'],
    ['a key twice', { raw: '{"reason":"a","reason":"b"}' }, 400, 'reason'],
    ['an escaped key twice', { raw: '{"x":[{"a":1,"\\u0061":2}]}' }, 400, 'x[0].a'],
    ['an unknown key', { json: { nonsense: 1 } }, 400, undefined],
    ['null', { json: null }, 400, undefined],
    ['a string', { json: 'post' }, 400, undefined],
    ['another type', { raw: '<a/>', headers: { 'Content-Type': 'text/xml' } }, 415, 'Content-Type'],
    [
      'another charset',
      { json: {}, headers: { 'Content-Type': 'application/json; charset=utf-16' } },
      415,
      'Content-Type',
    ],
    ['more than 2 MiB', { json: { text: 'a'.repeat(2_097_153) } }, 413, 'body'],
  ] as const)('%s is a problem', async (_case, call, status, field) => {
    const problem = problemIn(await send(method, path, { ...call, key }));
    expect(problem.status).toBe(status);
    expect(problem.remedy).toBeTruthy();
    if (field === undefined) expect(problem.field).toBeTruthy();
    else expect(problem.field).toBe(field);
  });

  test('names the unknown key', async () => {
    const problem = problemIn(await send(method, path, { json: { nonsense: 1 }, key }));
    expect(problem.errors).toContainEqual({
      field: 'nonsense',
      pointer: '/nonsense',
      detail: 'nonsense: no such field',
      remedy: 'Remove it.',
    });
  });
});

describe('every answer', () => {
  test('lists refuse unknown and wrong parameters', async () => {
    for (const path of ['/v1/posts', '/v1/approvals', '/v1/corpus/documents', '/v1/users']) {
      const key = keys.get(path === '/v1/users' ? 'admin' : 'auditor') ?? null;
      for (const [query, field] of [
        ['limit=0', 'limit'],
        ['limit=201', 'limit'],
        ['limit=x', 'limit'],
        ['cursor=x', 'cursor'],
        ['cursor=%00', 'cursor'],
        ['author=1', 'author'],
        ['limit=1&limit=2', 'limit'],
      ]) {
        const problem = problemIn(await send('GET', `${path}?${query}`, { key }));
        expect(problem, `${path}?${query}`).toMatchObject({ status: 400, field });
        expect(problem.errors?.[0]?.pointer).toBeUndefined();
      }
    }
  });

  test('an address that is not there is a problem', async () => {
    const key = await keyOf(ctx, 'auditor');
    const answer = await send('GET', '/v1/authors', { key });
    expect(problemIn(answer)).toMatchObject({ status: 404, type: '/problems/not_found' });
    expect((await send('GET', '/v1/authors')).status).toBe(401);
  });

  test('a method that is not there says which are', async () => {
    const key = await keyOf(ctx, 'auditor');
    const answer = await send('PATCH', '/v1/posts', { key });
    expect(problemIn(answer)).toMatchObject({ status: 405 });
    expect(answer.headers.get('Allow')?.split(', ').toSorted()).toEqual(['GET', 'HEAD', 'POST']);
  });

  test('has strict headers and is not kept', async () => {
    const { headers } = await send('GET', '/v1/posts', { key: await keyOf(ctx, 'auditor') });
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });
});
