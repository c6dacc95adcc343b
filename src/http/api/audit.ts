import { z } from '@hono/zod-openapi';
import { type Checkpoint, listCheckpoints, listEvents, verifyAudit } from '#audit/index.ts';
import { at, json, pageOf, pageQuery, sha256 } from './fields.ts';
import { createRouter, operation } from './operation.ts';

/** Events that one request verifies; the command line verifies all. About a second on two cores. */
const newestVerified = 50_000;

const seq = z.int().positive().openapi({ description: 'Place in the trail; the first is 1.' });
const name = z.string().min(1).max(100);
const cursor = z
  .string()
  .regex(/^[1-9][0-9]{0,14}$/, 'not a cursor of this list')
  .optional()
  .openapi({ description: 'next_cursor of the page before.' });

const AuditEvent = z
  .object({
    seq,
    at,
    actor_id: z.string().nullable().openapi({ description: 'Null: the service itself.' }),
    actor_name: z.string(),
    action: z.string(),
    entity_type: z.string(),
    entity_id: z.string(),
    details: z.record(z.string(), z.unknown()),
    before_sha256: sha256.nullable(),
    after_sha256: sha256.nullable(),
    prev_hash: sha256,
    hash: sha256.openapi({ description: 'Of the canonical JSON (RFC 8785) of all other fields.' }),
  })
  .openapi('AuditEvent');
const AuditCheckpoint = z
  .object({
    seq,
    hash: sha256,
    root: sha256.openapi({ description: 'RFC 6962 tree head over the hashes of events 1 to seq.' }),
    signed_at: at,
    key_id: z.string(),
    public_key: z.string().openapi({ description: 'Ed25519, SubjectPublicKeyInfo in base64.' }),
    signature: z.string(),
  })
  .openapi('AuditCheckpoint');
const AuditVerdict = z
  .object({
    ok: z.boolean(),
    first_read: seq.openapi({ description: 'Events before it were not read again.' }),
    events: z.int().nonnegative().openapi({ description: 'Newest event of the unbroken chain.' }),
    head_hash: sha256,
    checkpoints: z.int().nonnegative(),
    keys: z.array(z.string()),
    first_break: z.object({ seq: z.int(), problem: z.string() }).nullable(),
    problem: z.string().nullable().openapi({ description: 'The first break in words.' }),
  })
  .openapi('AuditVerdict');

const events = operation(
  { may: 'audit.read' },
  {
    method: 'get',
    path: '/v1/audit/events',
    operationId: 'listAuditEvents',
    tags: ['audit'],
    summary: 'The trail, newest first',
    request: {
      query: pageQuery.extend({
        cursor,
        entity_type: name.optional(),
        entity_id: name.optional(),
        actor_id: z.uuid().optional(),
        action: name.optional(),
        from: z.iso.datetime().optional().openapi({ description: 'From this moment on.' }),
        to: z.iso.datetime().optional().openapi({ description: 'Before this moment.' }),
      }),
    },
    responses: { 200: { description: 'A page.', content: json(pageOf(AuditEvent)) } },
  },
);

const checkpoints = operation(
  { may: 'audit.read' },
  {
    method: 'get',
    path: '/v1/audit/checkpoints',
    operationId: 'listAuditCheckpoints',
    tags: ['audit'],
    summary: 'What was signed of the trail, newest first',
    description: 'Keep them where this service is not: they show when its database is taken back.',
    request: { query: pageQuery.extend({ cursor }) },
    responses: { 200: { description: 'A page.', content: json(pageOf(AuditCheckpoint)) } },
  },
);

const verdict = operation(
  { may: 'audit.read' },
  {
    method: 'get',
    path: '/v1/audit/verdict',
    operationId: 'verifyAudit',
    tags: ['audit'],
    summary: 'Verify the trail as it is now',
    description: `The newest ${newestVerified} events and every checkpoint signed for them; all: doichung audit verify.`,
    responses: { 200: { description: 'What was found.', content: json(AuditVerdict) } },
  },
);

export const audit = createRouter()
  .openapi(events, async (c) => {
    const query = c.req.valid('query');
    const page = await listEvents(c.var.ctx, {
      entityType: query.entity_type,
      entityId: query.entity_id,
      actorId: query.actor_id,
      action: query.action,
      from: query.from === undefined ? undefined : new Date(query.from),
      to: query.to === undefined ? undefined : new Date(query.to),
      before: beforeOf(query.cursor),
      limit: query.limit,
    });
    return c.json(
      { items: page.items.map((event) => ({ ...event })), next_cursor: next(page) },
      200,
    );
  })
  .openapi(checkpoints, async (c) => {
    const query = c.req.valid('query');
    const page = await listCheckpoints(c.var.ctx, {
      before: beforeOf(query.cursor),
      limit: query.limit,
    });
    return c.json(
      { items: page.items.map((one: Checkpoint) => ({ ...one })), next_cursor: next(page) },
      200,
    );
  })
  .openapi(verdict, async (c) => {
    const found = await verifyAudit(c.var.ctx, { newest: newestVerified });
    return c.json(
      {
        ok: found.ok,
        first_read: found.firstRead,
        events: found.events,
        head_hash: found.headHash,
        checkpoints: found.checkpoints,
        keys: [...found.keys],
        first_break: found.firstBreak,
        problem: found.problem,
      },
      200,
    );
  });

function beforeOf(cursor: string | undefined): number | undefined {
  return cursor === undefined ? undefined : Number(cursor);
}

function next({ before }: { readonly before: number | null }): string | null {
  return before === null ? null : String(before);
}
