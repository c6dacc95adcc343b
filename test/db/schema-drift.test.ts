import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../support/test-context.ts';

const schemaDir = join(import.meta.dirname, '../../src/db/schema');

/** Columns of each table as the hand-written types say, read from their source. */
function declaredColumns(): Map<string, string[]> {
  const sources = readdirSync(schemaDir).map((name) => readFileSync(join(schemaDir, name), 'utf8'));
  const bodies = new Map<string, { parent: string | undefined; columns: string[] }>();
  const pattern = /export interface (\w+)(?: extends (\w+))? \{\n([\s\S]*?)\n\}/g;
  for (const source of sources) {
    for (const [, name = '', parent, body = ''] of source.matchAll(pattern)) {
      const columns = [...body.matchAll(/^ {2}(\w+): /gm)].map((match) => match[1] ?? '');
      bodies.set(name, { parent, columns });
    }
  }
  const columnsOf = (name: string): string[] => {
    const { parent, columns = [] } = bodies.get(name) ?? {};
    return [...(parent === undefined ? [] : columnsOf(parent)), ...columns];
  };
  const index = sources.find((source) => source.includes('export interface Database')) ?? '';
  return new Map(
    [...index.matchAll(/^ {2}(\w+): \w+\.(\w+);/gm)].map(([, table = '', type = '']) => [
      table,
      columnsOf(type).toSorted(),
    ]),
  );
}

test('the hand-written table types name exactly the columns the migrations make', async () => {
  await using database = await openTestDatabase();
  const { rows } = await sql<{ table_name: string; column_name: string }>`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%'
    order by table_name, column_name`.execute(database.db);
  const actual = new Map(
    [...Map.groupBy(rows, (row) => row.table_name)].map(([table, columns]) => [
      table,
      columns.map((row) => row.column_name).toSorted(),
    ]),
  );
  const declared = declaredColumns();
  expect(declared.size).toBeGreaterThan(20);
  expect(Object.fromEntries([...declared].toSorted())).toEqual(
    Object.fromEntries([...actual].toSorted()),
  );
});
