import { z } from '@hono/zod-openapi';
import { DocumentInput } from '#corpus/document-input.ts';

const { shape } = DocumentInput;
const yesNo = z.enum(['true', 'false']);

/** What is said of a file beside its bytes; what is left out is read in the file, or proposed. */
export const FileQuery = z.strictObject({
  file_name: z
    .string()
    .min(1)
    .max(255)
    .openapi({ description: 'Names the format.', example: 'huong-dan.docx' }),
  dry_run: yesNo.default('false').openapi({ description: 'Read and check all, store nothing.' }),
  accept_proposals: yesNo.default('false').openapi({
    description: 'Take what the text says of itself (number, issuer, days) without another look.',
  }),
  key: shape.key.optional(),
  title: shape.title.optional(),
  language: shape.language.optional(),
  issuer: z.string().optional(),
  number: z.string().optional(),
  kind: shape.kind,
  pillar: z.enum(['party', 'state', 'people']).optional(),
  topic: z
    .union([z.string(), z.array(z.string()).max(50)])
    .optional()
    .openapi({ description: 'May be repeated.' }),
  citable: yesNo.optional().openapi({ description: 'false: internal guidance, never quoted.' }),
  issued_on: z.iso.date().optional(),
  valid_from: z.iso.date().optional(),
  valid_to: z.iso.date().optional(),
  recheck_by: z.iso.date().optional(),
  source_url: z.string().max(2000).optional(),
  supersedes: z
    .union([z.string(), z.array(z.string()).max(100)])
    .optional()
    .openapi({ description: 'Key of another document; may be repeated.' }),
});

/** The same as what an importer is given. */
export function givenOf(query: z.infer<typeof FileQuery>): Partial<Omit<DocumentInput, 'text'>> {
  const { file_name: _, dry_run: _dry, accept_proposals: _accept, ...given } = query;
  const { topic, citable, supersedes, ...rest } = given;
  const named = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(named) as Partial<Omit<DocumentInput, 'text'>>),
    ...(topic === undefined ? {} : { topics: [topic].flat() }),
    ...(citable === undefined ? {} : { citable: citable === 'true' }),
    ...(supersedes === undefined ? {} : { supersedes: [supersedes].flat() }),
  };
}
