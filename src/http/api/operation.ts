import { createRoute, OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { type Action, permissions } from '#identity/index.ts';
import type { HttpEnv } from '../env.ts';
import type { ProblemStatus } from '../errors.ts';
import { inputErrors } from '../input-errors.ts';
import { readJson } from '../middleware/read-json.ts';
import { Problem } from '../problem.ts';
import { requirePermissionTo } from '../require-permission.ts';

const meanings = {
  400: 'The request is not valid; field and remedy say what and how.',
  401: 'No key, or not one in force.',
  403: 'None of your roles may do this, or you had a part in what you would judge.',
  404: 'There is no such thing.',
  405: 'This address does not take that method.',
  409: 'The request does not fit the present state; remedy says what to do first.',
  412: 'What If-Match names is not what there is now; read it again.',
  413: 'The body, or a text in it, is too large.',
  415: 'The body is not JSON in UTF-8.',
  429: 'Tried too often; Retry-After says when it may be tried again.',
  500: 'The service failed; the log has more under the request id.',
  502: 'A service this one needs failed.',
  503: 'The database does not answer now; try again.',
} as const satisfies Readonly<Record<ProblemStatus, string>>;

interface OperationOptions {
  /** What the caller must be allowed to do; `any` is any key, `open` needs none. */
  readonly may: Action | 'any' | 'open';
  /** Problems beyond those every operation has. */
  readonly problems?: readonly ProblemStatus[];
}

/**
 * A route with what all share: key, permission, strict body, and its problems in the contract.
 * `x-permission` and `x-roles` tell readers, and the contract tests, who may.
 */
export function operation<const R extends RouteConfig>(options: OperationOptions, route: R) {
  const { may } = options;
  const body = route.request?.body !== undefined;
  const isJson = route.request?.body?.content['application/json'] !== undefined;
  const merged = {
    ...route,
    security: may === 'open' ? [] : [{ key: [] }],
    ...(may === 'open' || may === 'any'
      ? {}
      : { 'x-permission': may, 'x-roles': permissions[may] }),
    middleware: [
      ...(may === 'open' || may === 'any' ? [] : [permit(may)]),
      ...(isJson ? [readJson] : []),
    ],
    responses: { ...route.responses, ...problemResponses(options, { body, isJson }, route) },
  };
  // Problems are thrown, never returned: for the handler's type only the route's own answers count.
  return createRoute(merged as unknown as R);
}

function permit(action: Action): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    await requirePermissionTo(c.var.ctx, action, c.req.param('id'));
    await next();
  };
}

function problemResponses(
  { may, problems = [] }: OperationOptions,
  { body, isJson }: { body: boolean; isJson: boolean },
  route: Omit<RouteConfig, 'path'>,
) {
  const statuses = new Set<ProblemStatus>([500, 503, ...problems]);
  if (may !== 'open') statuses.add(401);
  if (may !== 'open' && may !== 'any') statuses.add(403);
  if (route.request !== undefined) statuses.add(400);
  if (body) statuses.add(413);
  if (isJson) statuses.add(415);
  return Object.fromEntries(
    [...statuses]
      .toSorted((a, b) => a - b)
      .map((status) => [
        status,
        {
          description: meanings[status],
          content: { 'application/problem+json': { schema: Problem } },
        },
      ]),
  );
}

/** A router whose schema faults become problems. */
export function createRouter(): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (!result.success) throw inputErrors(result.error, result.target);
    },
  });
}
