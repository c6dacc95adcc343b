import type { ItemView } from '#review/index.ts';

/** Whether a drafter may work on a post: before review, or after it was returned. */
export function isOpenForDrafting(item: ItemView): boolean {
  return ['ANALYSED', 'IN_DRAFT', 'RETURNED'].includes(item.post.state);
}
