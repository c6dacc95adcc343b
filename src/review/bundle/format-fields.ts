import { z } from 'zod';

export const id = z.uuid();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** UTC, ISO 8601 with milliseconds. */
export const time = z.iso.datetime({ precision: 3 });
/** A Vietnamese day. */
export const day = z.iso.date();
/** Code points. */
export const offset = z.int().nonnegative();
/** Somebody of the team; `person` is shared by the accounts of one person. */
export const member = z.strictObject({ id, person: id, name: z.string() });
/** What a language model was asked with. */
export const modelUse = z.strictObject({
  model: z.string(),
  prompt: z.string(),
  prompt_sha256: z.string(),
});
