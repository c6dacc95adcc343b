import { describe, expect, test } from 'vitest';
import { parseConfig } from './config.ts';

describe('defaults', () => {
  test('nothing set gives the embedded database and the bundled model', () => {
    const config = parseConfig({});
    expect(config.database).toEqual({ kind: 'pglite', dataDir: 'data' });
    expect(config.remoteEmbeddings).toBeNull();
    expect(config.leaseMs).toBe(15 * 60_000);
    expect(Object.isFrozen(config)).toBe(true);
  });

  test('an empty value counts as unset', () => {
    expect(parseConfig({ DATABASE_URL: '', PORT: '' }).database.kind).toBe('pglite');
  });
});

test.each([
  ['PORT', { PORT: '99999' }],
  ['PORT', { PORT: 'eighty' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
  ['ROLE', { ROLE: 'both' }],
  ['ROLE', { ROLE: 'worker' }],
  ['DEMO', { DEMO: 'yes' }],
  ['LEASE_MINUTES', { LEASE_MINUTES: '0' }],
  ['EMBEDDINGS_BASE_URL', { EMBEDDINGS_BASE_URL: 'localhost:8000' }],
  ['EMBEDDINGS_MODEL', { EMBEDDINGS_BASE_URL: 'http://127.0.0.1:8000/v1' }],
  [
    'EMBEDDINGS_DIMENSIONS',
    { EMBEDDINGS_BASE_URL: 'http://127.0.0.1:8000/v1', EMBEDDINGS_MODEL: 'm' },
  ],
])('a wrong %s is named with what to do: %j', (field, raw) => {
  expect(() => parseConfig(raw)).toThrow(
    expect.objectContaining({ code: 'config', field, remedy: expect.stringContaining(field) }),
  );
});

test('a worker role is fine with a shared database', () => {
  const config = parseConfig({ ROLE: 'worker', DATABASE_URL: 'postgres://u@h/d' });
  expect(config.role).toBe('worker');
  expect(config.database).toEqual({ kind: 'postgres', url: 'postgres://u@h/d', poolSize: 10 });
});
