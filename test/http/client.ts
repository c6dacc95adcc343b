import { Hono } from 'hono';
import { createApp } from '#http/app.ts';
import type { AppContext, HttpEnv } from '#http/env.ts';
import { Problem } from '#http/problem.ts';
import { createUi } from '#http/ui/index.ts';
import { readItems } from '#corpus/import/read-items.ts';
import { renderDocx } from '#review/export/render-docx.ts';
import type { Role } from '#db/roles.ts';
import { issueKey } from '#identity/index.ts';
import { type Log, silentLog } from '#platform/log.ts';
import type { Context } from '../../src/context.ts';
import { sessionCookieOf } from '../support/people.ts';
import { actAs } from '../support/test-context.ts';

export { sessionCookieOf };

export const leaseMs = 60_000;

/** The app over a context, without pages of its own. */
export function appOver(ctx: Context | AppContext, log: Log = silentLog): Hono<HttpEnv> {
  const shared = { ctx: { leaseMs, ...ctx }, close: async () => {} };
  return createApp({
    version: '0.0.0-test',
    log,
    openContext: async () => shared,
    docsFiles: new Map([['swagger-ui.css', new TextEncoder().encode('body{}')]]),
    readItems,
    renderDocx,
    ui: new Hono<HttpEnv>(),
  });
}

/** The app over a context with its pages. */
export function appWithPages(ctx: Context | AppContext): Hono<HttpEnv> {
  return createApp({
    version: '0.0.0-test',
    log: silentLog,
    openContext: async () => ({ ctx: { leaseMs, ...ctx }, close: async () => {} }),
    docsFiles: null,
    ui: createUi(),
  });
}

/** A key in force of a new user with these roles. */
export async function keyOf(ctx: Context, ...roles: Role[]): Promise<string> {
  const { actor } = await actAs(ctx, roles[0] ?? '', roles);
  return (await issueKey(ctx, { userName: actor.name, label: 'test' })).key;
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface Call {
  readonly key?: string | null;
  readonly json?: unknown;
  /** Sent as it is, instead of `json`. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Send = <T = unknown>(method: string, path: string, call?: Call) => Promise<Answer<T>>;

/** Sends requests to the app and parses what is JSON. */
export function sender(app: Hono<HttpEnv>): Send {
  return async <T>(method: string, path: string, call: Call = {}): Promise<Answer<T>> => {
    const hasBody = call.json !== undefined || call.raw !== undefined;
    const response = await app.request(path, {
      method,
      headers: {
        ...(call.key == null ? {} : { Authorization: `Bearer ${call.key}` }),
        ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
        ...call.headers,
      },
      ...(hasBody ? { body: call.raw ?? JSON.stringify(call.json) } : {}),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : text) as T,
    };
  };
}

/** Parses an error answer; throws when it is not the envelope every error has. */
export function problemIn(answer: Answer<unknown>): Problem {
  const type = answer.headers.get('Content-Type');
  if (type !== 'application/problem+json') throw new Error(`not a problem but ${type}`);
  const problem = Problem.strict().parse(answer.body);
  if (problem.status !== answer.status) throw new Error('status and body differ');
  if (problem.instance !== answer.headers.get('X-Request-Id')) throw new Error('no request id');
  return problem;
}
