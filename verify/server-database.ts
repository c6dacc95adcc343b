import pg from 'pg';
import { newId } from '#platform/ids.ts';

/** An empty database on a server, dropped when disposed. */
export async function createServerDatabase(
  serverUrl: string,
): Promise<AsyncDisposable & { readonly url: string }> {
  const name = `doichung_verify_${newId().replaceAll('-', '')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    [Symbol.asyncDispose]: () => onServer(serverUrl, `drop database ${name} with (force)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
