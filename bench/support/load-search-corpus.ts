import { type Kysely, sql } from 'kysely';
import { passageTerms } from '#corpus/index-terms.ts';
import type { Database } from '#db/schema/index.ts';
import { toVector } from '#db/vector.ts';
import { newId } from '#platform/ids.ts';
import type { SearchCorpus, SyntheticDocument } from './search-corpus.ts';

const documentsPerStatement = 100;
const inForceFrom = '2020-01-01';

interface Postings {
  readonly term: number[];
  readonly passage: number[];
  readonly frequency: number[];
  readonly length: number[];
}

/**
 * Stores a corpus as importing, approving and embedding it would, but in large statements and without
 * its postings' index until all are there: 100,000 passages have some 19 million postings. Returns how
 * many passages and postings there are.
 */
export async function loadSearchCorpus(
  db: Kysely<Database>,
  corpus: SearchCorpus,
  owner: { readonly editorId: string; readonly approverId: string; readonly modelId: number },
  progress: (passages: number) => void,
): Promise<{ passages: number; postings: number }> {
  await sql`alter table lexical_posting drop constraint lexical_posting_pkey`.execute(db);
  const terms = new TermCounter();
  let passages = 0;
  let postings = 0;
  let batch: SyntheticDocument[] = [];
  const flush = async (): Promise<void> => {
    const stored = await storeDocuments(db, batch, passages, owner);
    const columns = terms.count(stored.texts, passages);
    await storePostings(db, columns);
    passages += stored.texts.length;
    postings += columns.term.length;
    batch = [];
    progress(passages);
  };
  for (const document of corpus.documents()) {
    batch.push(document);
    if (batch.length === documentsPerStatement) await flush();
  }
  if (batch.length > 0) await flush();
  await terms.store(db, passages);
  await sql`
    alter table lexical_posting add primary key (term_id, passage_id)
      include (term_frequency, passage_length)`.execute(db);
  return { passages, postings };
}

/** Numbers terms as they are met. */
class TermCounter {
  readonly #idOf = new Map<string, number>();
  readonly #documentFrequency: number[] = [];
  #total = 0;

  count(texts: readonly string[], before: number): Postings {
    const columns: Postings = { term: [], passage: [], frequency: [], length: [] };
    for (const [index, text] of texts.entries()) {
      const terms = passageTerms(text);
      this.#total += terms.length;
      const counts = new Map<number, number>();
      for (const term of terms) {
        const id = this.#id(term);
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      for (const [id, count] of counts) {
        this.#documentFrequency[id - 1] = (this.#documentFrequency[id - 1] ?? 0) + 1;
        columns.term.push(id);
        columns.passage.push(before + index + 1);
        columns.frequency.push(count);
        columns.length.push(terms.length);
      }
    }
    return columns;
  }

  async store(db: Kysely<Database>, passages: number): Promise<void> {
    const terms = [...this.#idOf.keys()];
    for (let start = 0; start < terms.length; start += 50_000) {
      const part = terms.slice(start, start + 50_000);
      const ids = part.map((_, index) => start + index + 1);
      const frequencies = this.#documentFrequency.slice(start, start + part.length);
      await sql`
        insert into lexical_term (id, term, document_frequency) overriding system value
        select * from unnest(${ids}::int[], ${part}::text[], ${frequencies}::int[])`.execute(db);
    }
    await sql`
      update lexical_statistics set passage_count = ${passages}, term_total = ${this.#total}`.execute(
      db,
    );
  }

  #id(term: string): number {
    const known = this.#idOf.get(term);
    if (known !== undefined) return known;
    const id = this.#idOf.size + 1;
    this.#idOf.set(term, id);
    return id;
  }
}

async function storeDocuments(
  db: Kysely<Database>,
  documents: readonly SyntheticDocument[],
  before: number,
  owner: { readonly editorId: string; readonly approverId: string; readonly modelId: number },
): Promise<{ texts: string[] }> {
  const rows = documents.map((document) => ({ document, id: newId(), versionId: newId() }));
  await sql`
    insert into document (id, key, title, kind, language, topics, citable, created_by, created_at)
    select id, 'bench-' || id, 'bench', 'statement', language, string_to_array(topics, ','), true,
      ${owner.editorId}, now()
    from unnest(${rows.map((row) => row.id)}::uuid[],
      ${rows.map(({ document }) => document.language)}::text[],
      ${rows.map(({ document }) => document.topics.join(','))}::text[]) as t(id, language, topics)`.execute(
    db,
  );
  await sql`
    insert into document_version (id, document_id, version_number, canonical_text, content_sha256,
      metadata, source_name, source_sha256, valid_from, status, created_by, created_at, approved_by,
      approved_at, verified_at)
    select version_id, id, 1, '', '', '{}', 'bench', id::text, ${inForceFrom}, 'approved',
      ${owner.editorId}, now(), ${owner.approverId}, now(), now()
    from unnest(${rows.map((row) => row.versionId)}::uuid[], ${rows.map((row) => row.id)}::uuid[])
      as t(version_id, id)`.execute(db);
  const passages = rows.flatMap(({ document, versionId }) =>
    document.passages.map((passage, ordinal) => ({ ...passage, document, versionId, ordinal })),
  );
  const ids = passages.map((_, index) => before + index + 1);
  await sql`
    insert into passage (id, version_id, ordinal, start_offset, end_offset, heading_path, language,
      text, term_count) overriding system value
    select id, version_id, ordinal, 0, 1, '{}', language, text, 110
    from unnest(${ids}::int[], ${passages.map((row) => row.versionId)}::uuid[],
      ${passages.map((row) => row.ordinal)}::int[],
      ${passages.map((row) => row.document.language)}::text[],
      ${passages.map((row) => row.text)}::text[]) as t(id, version_id, ordinal, language, text)`.execute(
    db,
  );
  await sql`
    insert into passage_embedding (model_id, passage_id, embedding)
    select ${owner.modelId}, id, vector::vector
    from unnest(${ids}::int[], ${passages.map((row) => toVector(row.vector))}::text[])
      as t(id, vector)`.execute(db);
  return { texts: passages.map((row) => row.text) };
}

async function storePostings(db: Kysely<Database>, columns: Postings): Promise<void> {
  await sql`
    insert into lexical_posting (term_id, passage_id, term_frequency, passage_length)
    select * from unnest(${columns.term}::int[], ${columns.passage}::int[],
      ${columns.frequency}::smallint[], ${columns.length}::int[])`.execute(db);
}
