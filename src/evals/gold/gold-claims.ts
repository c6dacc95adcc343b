import { z } from 'zod';
import { readJsonLines } from '../json-lines.ts';

/** A text somebody could post, and whether anything in it can be checked at all. */
const GoldClaim = z.object({
  id: z.string().min(1),
  lang: z.string().min(2),
  text: z.string().min(1),
  kind: z.string().min(1),
  checkable: z.boolean(),
});
export type GoldClaim = z.infer<typeof GoldClaim>;

/** @throws ValidationError naming file, line and field. */
export function readGoldClaims(path: string): Promise<GoldClaim[]> {
  return readJsonLines(path, GoldClaim);
}
