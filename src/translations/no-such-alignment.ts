import { NotFoundError } from '#platform/errors.ts';

export function noSuchAlignment(): NotFoundError {
  return new NotFoundError('no such alignment', {
    field: 'alignment',
    remedy: 'The list of alignments shows their ids.',
  });
}
