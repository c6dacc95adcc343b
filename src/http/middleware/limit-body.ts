import { bodyLimit } from 'hono/body-limit';
import { TooLargeError } from '#platform/errors.ts';

export const maxBodyBytes = 2_097_152;

/** Refuses larger bodies, of forms as of JSON, before they are read. */
export const limitBody = bodyLimit({
  maxSize: maxBodyBytes,
  onError: (c) => {
    // What was not read stays in the connection: a client must not use it again.
    c.header('Connection', 'close');
    throw new TooLargeError(`the body is larger than ${maxBodyBytes} bytes`, {
      field: 'body',
      remedy: 'Send less at once; a batch can be split.',
    });
  },
});
