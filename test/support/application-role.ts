import pg from 'pg';
import { type DatabaseHandle, openDatabase } from '#db/client.ts';
import { silentLog } from '#platform/log.ts';
import { jobTables } from '../../src/context.ts';

const role = 'doichung_application';

/** The same database as a role that owns nothing, with the grants the application gets from its owner. */
export async function openAsApplication(ownerUrl: string): Promise<DatabaseHandle> {
  await createRole(ownerUrl);
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = role;
  return openDatabase(
    { kind: 'postgres', url: url.toString(), ownerUrl, poolSize: 6 },
    silentLog,
    jobTables(silentLog),
  );
}

/** Roles belong to the server, and several test files start at once. */
async function createRole(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`do $$ begin create role ${role} login password '${role}';
    exception when duplicate_object or unique_violation then null; end $$`);
  await owner.end();
}
