import { z } from '@hono/zod-openapi';
import type { VersionDiff, VersionView } from '#corpus/index.ts';
import { day, endsOn, id, metadata, offset, sha256 } from './fields.ts';
import { StandingToday } from './standing-view.ts';

const place = z.object({
  start: offset,
  page: z.int().optional(),
  line: z.int().optional(),
  heading: z.string().optional(),
});
export const Version = z
  .object({
    id,
    document: z.object({ id, key: z.string() }),
    number: z.int(),
    revision: z.int().openapi({ description: 'Name it when you change or approve a draft.' }),
    status: z.enum(['draft', 'approved', 'discarded']),
    standing: StandingToday,
    metadata: z.object(metadata),
    issued_on: day.nullable(),
    valid_from: day,
    valid_to: day.nullable(),
    ends_on: endsOn,
    supersedes: z.array(z.string()).openapi({ description: 'Keys of documents.' }),
    withdrawal_reason: z.string().nullable(),
    recheck_by: day.nullable(),
    source: z.object({
      name: z.string(),
      url: z.string().nullable(),
      file: z
        .object({ sha256, media_type: z.string(), byte_length: z.int() })
        .nullable()
        .openapi({ description: 'The original, where it is kept.' }),
      places: z.array(place).openapi({ description: 'Where text stands in it, from start on.' }),
    }),
    proposals: z
      .array(
        z.object({
          field: z.string(),
          value: z.string(),
          start: offset,
          end: offset,
          quote: z.string(),
        }),
      )
      .openapi({ description: 'Read in the text; nobody has confirmed it.' }),
    contributors: z.array(z.string()).openapi({ description: 'None of them can approve it.' }),
    content_sha256: sha256,
    text: z.string().openapi({ description: 'Canonical.' }),
    passages: z.int().openapi({ description: 'How many.' }),
  })
  .openapi('Version');

const passage = {
  start: offset,
  end: offset,
  heading_path: z.array(z.string()),
  text: z.string(),
};
export const Passages = z
  .object({
    items: z.array(z.object({ id: z.int(), ordinal: z.int(), ...passage })),
    next_from: z.int().nullable(),
  })
  .openapi('Passages');

const side = z.object({ passage_id: z.int().nullable(), ...passage }).nullable();
const kinds = ['unchanged', 'moved', 'reworded', 'removed', 'added'] as const;
export const Diff = z
  .object({
    before: id,
    after: id,
    counts: z.object({
      unchanged: z.int(),
      moved: z.int(),
      reworded: z.int(),
      removed: z.int(),
      added: z.int(),
    }),
    changes: z.array(
      z.object({
        kind: z.enum(kinds),
        before: side,
        after: side,
        words: z
          .array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }))
          .nullable()
          .openapi({ description: 'Of reworded passages.' }),
      }),
    ),
  })
  .openapi('VersionDiff');

export function renderVersion(found: VersionView): z.infer<typeof Version> {
  const { document_id, key, version_number, canonical_text, source_name, source_url } = found;
  const { media_type, byte_length, source_file_sha256: sha256, source_places } = found;
  const { id, revision, status, standing, metadata, issued_on, valid_from, valid_to } = found;
  const { ends_on, supersedes, withdrawal_reason, recheck_by, content_sha256 } = found;
  const file = sha256 === null || media_type === null || byte_length === null;
  return {
    id,
    document: { id: document_id, key },
    number: version_number,
    revision,
    status,
    standing,
    metadata,
    ...{ issued_on, valid_from, valid_to, ends_on, supersedes, withdrawal_reason, recheck_by },
    source: {
      name: source_name,
      url: source_url,
      file: file ? null : { sha256, media_type, byte_length },
      places: [...source_places],
    },
    proposals: [...found.proposals],
    contributors: found.contributors.map(({ name }) => name),
    content_sha256,
    text: canonical_text,
    passages: found.passages.length,
  };
}

type Side = VersionDiff['changes'][number]['before'];

export function renderDiff({
  beforeId,
  afterId,
  counts,
  changes,
}: VersionDiff): z.infer<typeof Diff> {
  return {
    before: beforeId,
    after: afterId,
    counts,
    changes: changes.map(({ kind, before, after, words }) => ({
      kind,
      before: sideOf(before),
      after: sideOf(after),
      words: words === null ? null : [...words],
    })),
  };
}

function sideOf(passage: Side): z.infer<typeof side> {
  if (passage === null) return null;
  const { id: passage_id, start, end, text, headingPath } = passage;
  return { passage_id, start, end, text, heading_path: [...headingPath] };
}
