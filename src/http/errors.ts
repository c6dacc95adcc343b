import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isDatabaseAway } from '#db/connection-lost.ts';
import { AppError, type ErrorCode, TooManyError, ValidationErrors } from '#platform/errors.ts';
import type { HttpEnv } from './env.ts';
import { BodyFault } from './input-errors.ts';
import type { Problem } from './problem.ts';

const kinds = {
  validation: [400, 'The request is not valid'],
  unauthenticated: [401, 'A key is needed'],
  forbidden: [403, 'You may not do this'],
  confirmation_needed: [403, 'Say again who you are'],
  not_found: [404, 'There is no such thing'],
  method_not_allowed: [405, 'This address does not take that method'],
  conflict: [409, 'The request does not fit the present state'],
  precondition_failed: [412, 'It has changed since you read it'],
  too_large: [413, 'The request is too large'],
  unsupported_media_type: [415, 'The body is in another format'],
  too_many: [429, 'Too many attempts'],
  internal: [500, 'The service failed'],
  config: [500, 'The service failed'],
  upstream: [502, 'A service this one needs failed'],
  unavailable: [503, 'The service cannot answer now'],
} as const satisfies Readonly<Record<ErrorCode, Kind>> & Readonly<Record<string, Kind>>;

type Kind = readonly [status: number, title: string];
type ProblemCode = keyof typeof kinds;
export type ProblemStatus = (typeof kinds)[ProblemCode][0];

/** More faults than this are counted, not listed. */
const maxFaults = 1000;

/** Any error as a problem; what was not meant for the caller tells nothing. */
export function toProblem(error: unknown, instance: string): Problem {
  if (error instanceof AppError && error.code !== 'config') return appProblem(error, instance);
  if (error instanceof HTTPException) return fromStatus(error, instance);
  if (isDatabaseAway(error)) {
    return problem('unavailable', instance, {
      detail: 'The database does not answer.',
      remedy: 'Try again in a moment.',
    });
  }
  return problem('internal', instance, {
    detail: 'The failure is in the log under this request id.',
  });
}

/** Tells a caller who tried too often how long to wait; in seconds. */
export function sayWhenAgain(c: Context<HttpEnv>, error: unknown): void {
  if (!(error instanceof TooManyError) || error.retryAfterSeconds === null) return;
  c.header('Retry-After', String(error.retryAfterSeconds));
}

/** The problem as a response of its media type. */
export function problemResponse(c: Context<HttpEnv>, found: Problem): Response {
  if (found.status === 401) c.header('WWW-Authenticate', 'Bearer realm="doichung"');
  if (found.status === 503) c.header('Retry-After', '2');
  c.header('Cache-Control', 'no-store');
  return c.body(JSON.stringify(found), found.status as 500, {
    'Content-Type': 'application/problem+json',
  });
}

export function notFound(c: Context<HttpEnv>): Response {
  return problemResponse(
    c,
    problem('not_found', c.var.requestId, {
      detail: 'Nothing is at this address.',
      remedy: '/docs lists every address.',
    }),
  );
}

export function methodNotAllowed(c: Context<HttpEnv>, methods: readonly string[]): Response {
  c.header('Allow', methods.join(', '));
  return problemResponse(
    c,
    problem('method_not_allowed', c.var.requestId, {
      detail: `This address takes ${methods.join(', ')}.`,
    }),
  );
}

function appProblem(error: AppError, instance: string): Problem {
  const found = problem(error.code, instance, faultOf(error));
  if (!(error instanceof ValidationErrors)) return found;
  const listed = error.errors.slice(0, maxFaults);
  const errors = listed.map((one) => ({ ...faultOf(one), ...pointerOf(one) }));
  return { ...found, errors };
}

function faultOf(error: AppError): Pick<Problem, 'detail' | 'field' | 'remedy'> {
  return {
    detail: error.message,
    ...(error.field === null ? {} : { field: error.field }),
    ...(error.remedy === null ? {} : { remedy: error.remedy }),
  };
}

/** `posts[3].text` is `/3/text`: a batch is the body itself. */
function pointerOf(error: AppError): { pointer?: string } {
  if (error instanceof BodyFault) return { pointer: error.pointer };
  const [, index, name] = /^posts\[(\d+)\]\.(\w+)$/.exec(error.field ?? '') ?? [];
  return index === undefined ? {} : { pointer: `/${index}/${name}` };
}

function fromStatus(error: HTTPException, instance: string): Problem {
  if (error.status === 403) {
    return problem('forbidden', instance, {
      detail: 'This came from a page of another site.',
      remedy: 'Use the pages of this service, or a key in the Authorization header.',
    });
  }
  if (error.status === 415) {
    return problem('unsupported_media_type', instance, {
      detail: 'The body is not application/json.',
      field: 'Content-Type',
      remedy: 'Send JSON in UTF-8 with Content-Type: application/json.',
    });
  }
  if (error.status >= 500) return toProblem(null, instance);
  return problem('validation', instance, { detail: 'The request cannot be read.' });
}

function problem(
  code: ProblemCode,
  instance: string,
  rest: Pick<Problem, 'detail' | 'field' | 'remedy'>,
): Problem {
  const [status, title] = kinds[code];
  return { type: `/problems/${code}`, title, status, ...rest, instance };
}
