import { bodyLimit } from 'hono/body-limit';
import { TooLargeError } from '#platform/errors.ts';

export const maxBodyBytes = 2_097_152;

/** Refuses larger bodies, of forms as of JSON, before they are read. */
export const limitBody = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw new TooLargeError(`the body is larger than ${maxBodyBytes} bytes`, {
      field: 'body',
      remedy: 'Send less at once; a batch can be split.',
    });
  },
});
