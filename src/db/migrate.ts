import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { statements as identityAndAudit } from '../../migrations/20261122T0100-identity-and-audit.ts';
import { statements as corpus } from '../../migrations/20261122T0200-corpus.ts';
import { statements as search } from '../../migrations/20261122T0300-search.ts';
import { statements as posts } from '../../migrations/20261122T0400-posts.ts';
import { statements as draftsAndReview } from '../../migrations/20261122T0500-drafts-and-review.ts';
import { statements as fourEyes } from '../../migrations/20261122T0600-four-eyes.ts';
import { statements as syllableCounts } from '../../migrations/20261122T0700-syllable-counts.ts';
import { statements as passageScope } from '../../migrations/20261122T0800-passage-scope.ts';
import { statements as nameVariants } from '../../migrations/20261122T0900-name-variants.ts';
import { statements as retrievalSettings } from '../../migrations/20261122T1000-retrieval-settings.ts';
import { statements as matchReasons } from '../../migrations/20261122T1200-match-reasons.ts';
import { statements as standing } from '../../migrations/20261122T1300-standing.ts';
import { statements as glossary } from '../../migrations/20261122T1360-glossary.ts';
import { statements as alignments } from '../../migrations/20261122T1400-alignments.ts';
import { statements as corpusFindings } from '../../migrations/20261122T1600-corpus-findings.ts';
import { statements as drafting } from '../../migrations/20261122T1700-drafting.ts';
import { statements as peopleAndSessions } from '../../migrations/20261122T1800-people-and-sessions.ts';
import { statements as reviewQueue } from '../../migrations/20261122T1810-review-queue.ts';
import { statements as besideADraft } from '../../migrations/20261122T1812-beside-a-draft.ts';
import { statements as reviewGuards } from '../../migrations/20261122T1815-review-guards.ts';
import { statements as records } from '../../migrations/20261122T1820-records.ts';
import { statements as statistics } from '../../migrations/20261122T1830-statistics.ts';
import { statements as imports } from '../../migrations/20261122T1900-imports.ts';
import { statements as triage } from '../../migrations/20261122T1904-triage.ts';
import { statements as evaluationRuns } from '../../migrations/20261122T1910-evaluation-runs.ts';
import { statements as timeSeries } from '../../migrations/20261122T1920-time-series.ts';
import { statements as auditSearch } from '../../migrations/20261122T1930-audit-search.ts';

/** Forward only: a migration that was released never changes; a new one is added at the end. */
const migrations: Readonly<Record<string, readonly string[]>> = {
  '20261122T0100-identity-and-audit': identityAndAudit,
  '20261122T0200-corpus': corpus,
  '20261122T0300-search': search,
  '20261122T0400-posts': posts,
  '20261122T0500-drafts-and-review': draftsAndReview,
  '20261122T0600-four-eyes': fourEyes,
  '20261122T0700-syllable-counts': syllableCounts,
  '20261122T0800-passage-scope': passageScope,
  '20261122T0900-name-variants': nameVariants,
  '20261122T1000-retrieval-settings': retrievalSettings,
  '20261122T1200-match-reasons': matchReasons,
  '20261122T1300-standing': standing,
  '20261122T1360-glossary': glossary,
  '20261122T1400-alignments': alignments,
  '20261122T1600-corpus-findings': corpusFindings,
  '20261122T1700-drafting': drafting,
  '20261122T1800-people-and-sessions': peopleAndSessions,
  '20261122T1810-review-queue': reviewQueue,
  '20261122T1812-beside-a-draft': besideADraft,
  '20261122T1815-review-guards': reviewGuards,
  '20261122T1820-records': records,
  '20261122T1830-statistics': statistics,
  '20261122T1900-imports': imports,
  '20261122T1904-triage': triage,
  '20261122T1910-evaluation-runs': evaluationRuns,
  '20261122T1920-time-series': timeSeries,
  '20261122T1930-audit-search': auditSearch,
};

const provider: MigrationProvider = {
  async getMigrations(): Promise<Record<string, Migration>> {
    return Object.fromEntries(
      Object.entries(migrations).map(([name, statements]) => [name, { up: runAll(statements) }]),
    );
  },
};

/** One statement per query: PGlite takes no multi-statement query. */
function runAll(statements: readonly string[]): Migration['up'] {
  return async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  };
}

/** Brings the schema to the newest version; safe when several processes start at once. Returns what it ran. */
export async function migrate<T>(db: Kysely<T>): Promise<string[]> {
  const migrator = new Migrator({ db, provider });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** Names of migrations the database has not had yet; all of them when it was never migrated. */
export async function pendingMigrations<T>(db: Kysely<T>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`
    .execute(db)
    .catch((error: unknown) => {
      if ((error as { code?: string }).code === undefinedTable) return { rows: [] };
      throw error;
    });
  const executed = new Set(rows.map((row) => row.name));
  return Object.keys(migrations).filter((name) => !executed.has(name));
}

const undefinedTable = '42P01';
