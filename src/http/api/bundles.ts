import { z } from '@hono/zod-openapi';
import { createBundle, writeBundle } from '#review/index.ts';
import { idInPath } from './fields.ts';
import { createRouter, operation } from './operation.ts';

/** Named, not spelled out: its format is checked by who verifies it, and changes by its own version. */
const Bundle = z
  .looseObject({
    format: z.literal('doichung evidence bundle'),
    format_version: z.int(),
    signature: z.string().openapi({ description: 'Ed25519 over all else, base64.' }),
  })
  .openapi('EvidenceBundle');

const create = operation(
  { may: 'bundle.read', problems: [404, 409] },
  {
    method: 'get',
    path: '/v1/approvals/{id}/bundle',
    operationId: 'createBundle',
    tags: ['approvals'],
    summary: 'The evidence bundle of an approval',
    description:
      'Everything an outsider needs to check the approval again without this service, signed, as canonical JSON: doichung bundle verify FILE. Also of approvals that left force. Each is written to the audit chain.',
    request: { params: idInPath },
    responses: {
      200: {
        description: 'Made now.',
        content: {
          'application/json': { schema: Bundle },
        },
      },
    },
  },
);

export const bundles = createRouter().openapi(create, async (c) => {
  const { id } = c.req.valid('param');
  const text = writeBundle(await createBundle(c.var.ctx, { approvalId: id }));
  // Written already: it is its canonical form that is signed.
  return c.body(text, 200, {
    'Content-Type': 'application/json',
    'Content-Disposition': `attachment; filename="doichung-${id}.bundle.json"`,
  }) as never;
});
