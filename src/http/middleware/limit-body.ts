import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { TooLargeError } from '#platform/errors.ts';

const maxBodyBytes = 2_097_152;
/** A file of the corpus: 64 MiB, as the readers take, and the fields of a form around it. */
const maxFileBytes = 67_108_864 + 65_536;
const takesFiles = /^\/(?:v1\/corpus\/files|corpus\/upload)$/;

const limitText = limitTo(maxBodyBytes, 'Send less at once; a batch can be split.');
const limitFile = limitTo(maxFileBytes, 'Split the file, or import it where the service runs.');

/** Refuses larger bodies, of forms as of JSON, before they are read. */
export const limitBody: MiddlewareHandler = (c, next) =>
  takesFiles.test(c.req.path) ? limitFile(c, next) : limitText(c, next);

function limitTo(maxSize: number, remedy: string): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: (c) => {
      // What was not read stays in the connection: a client must not use it again.
      c.header('Connection', 'close');
      throw new TooLargeError(`the body is larger than ${maxSize} bytes`, {
        field: 'body',
        remedy,
      });
    },
  });
}
