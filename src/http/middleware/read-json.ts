import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ValidationError } from '#platform/errors.ts';
import { findDuplicateKey } from '../duplicate-key.ts';
import type { HttpEnv } from '../env.ts';
import { fieldName } from '../field-name.ts';

const jsonType = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** Reads a JSON body once and strictly, before the schema sees it. */
export const readJson: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (!jsonType.test(c.req.header('Content-Type') ?? '')) throw new HTTPException(415);
  await check(c);
  await next();
};

async function check(c: Context<HttpEnv>): Promise<void> {
  const text = decode(await c.req.arrayBuffer());
  try {
    JSON.parse(text);
  } catch {
    throw new ValidationError('the body is not JSON', {
      field: 'body',
      remedy: 'Check quotes, commas and brackets; NUL and line breaks in strings are escaped.',
    });
  }
  const path = findDuplicateKey(text);
  if (path === null) return;
  throw new ValidationError(`the key ${fieldName(path)} is there twice`, {
    field: fieldName(path),
    remedy: 'Keep one of the two.',
  });
}

/** A byte-order mark at the start is dropped, as RFC 8259 allows. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ValidationError('the body is not UTF-8', {
      field: 'body',
      remedy: 'Read the source in its real encoding and send it as UTF-8.',
    });
  }
}
