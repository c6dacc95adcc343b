import { NotFoundError } from '#platform/errors.ts';

export function noSuchEndpoint(): NotFoundError {
  return new NotFoundError('no endpoint in use has this id', {
    field: 'id',
    remedy: 'List the endpoints; a disabled one stays disabled.',
  });
}
