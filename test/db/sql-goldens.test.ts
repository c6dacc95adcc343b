import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  DummyDriver,
} from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema/index.ts';
import { denseStatement, exactStatement } from '../../src/retrieval/dense.ts';
import { lexicalStatement } from '../../src/retrieval/lexical.ts';
import { syllableStatement } from '../../src/retrieval/restore-query.ts';
import { nextItem, ownItem } from '../../src/review/queue/next-item-queries.ts';
import { answersWorded } from '../../src/review/reuse-queries.ts';

// Compiles only; nothing is executed.
const db = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const filter = { asOf: '2026-01-01', classification: 'citable' as const };
const model = {
  id: 1,
  fingerprint: 'f',
  name: 'm',
  dimensions: 3,
  state: 'active' as const,
};

/** A statement that changes shows in the diff of its golden; `-u` rewrites it. */
test.each([
  [
    'lexical',
    lexicalStatement(
      {
        ids: [3, 4],
        gains: [5, 6],
        lengthShare: 0.01,
        ceiling: 20,
        postings: 900,
        weightOf: new Map(),
      },
      filter,
      100,
      300,
    ).compile(db),
  ],
  ['dense-exact', exactStatement(model, Float32Array.of(1, 0, 0), filter, 100).compile(db)],
  ['dense', denseStatement(model, Float32Array.of(1, 0, 0), filter, 100).compile(db)],
  ['syllables', syllableStatement(['bien', 'bien dong', 'dong']).compile(db)],
  [
    'answers-worded',
    answersWorded([{ claimId: 'claim', wording: 'hash' }], 1, '2026-01-01').compile(db),
  ],
  ['lease-own', ownItem({ db }, ['account']).compile()],
  ['lease-next', nextItem({ db }, ['account']).compile()],
])('the %s statement is the one reviewed', async (name, { sql }) => {
  const readable = sql
    .replace(/\s+/g, ' ')
    .replace(
      / (from|(?:inner |left |cross )?join|where|order by|group by|limit|window|select|for update|and) /g,
      '\n$1 ',
    )
    .trim();
  await expect(`${readable}\n`).toMatchFileSnapshot(`../sql/${name}.sql`);
});
