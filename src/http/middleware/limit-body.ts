import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { maxRunBytes } from '#evaluations/index.ts';
import { TooLargeError } from '#platform/errors.ts';

const maxBodyBytes = 2_097_152;
/** A file of the corpus: 64 MiB, as the readers take, and the fields of a form around it. */
const maxFileBytes = 67_108_864 + 65_536;
/** A file of posts: 5 MB in the fields of a form, where a line break grows to two bytes. */
const maxPostFileBytes = 12_582_912;
const takesPosts = '/submit/file';
const takesFiles = /^\/(?:v1\/corpus\/files|corpus\/upload|audit\/bundles\/check)$/;

const takesRuns = '/evaluations';

const limitText = limitTo(maxBodyBytes, 'Send less at once; a batch can be split.');
const limitFile = limitTo(maxFileBytes, 'Split the file, or import it where the service runs.');
const limitPosts = limitTo(
  maxPostFileBytes,
  'Split the file, or import it where the service runs.',
  'file.size',
);
const limitRun = limitTo(
  maxRunBytes + 65_536,
  'Record it where the service runs: doichung eval record.',
  'file',
);

/** Refuses larger bodies, of forms as of JSON, before they are read. */
export const limitBody: MiddlewareHandler = (c, next) => limitOf(c.req.path)(c, next);

function limitOf(path: string): MiddlewareHandler {
  if (path === takesPosts) return limitPosts;
  if (path === takesRuns) return limitRun;
  return takesFiles.test(path) ? limitFile : limitText;
}

function limitTo(maxSize: number, remedy: string, field = 'body'): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: (c) => {
      // What was not read stays in the connection: a client must not use it again.
      c.header('Connection', 'close');
      throw new TooLargeError(`the body is larger than ${maxSize} bytes`, {
        field,
        remedy,
      });
    },
  });
}
