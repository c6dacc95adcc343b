import type { Context } from 'hono';
import type { Visit } from '#identity/index.ts';
import type { HttpEnv } from './env.ts';

/** What @hono/node-server hands over; absent on Workers. */
interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
}

/** A proxy that stands before the service is on this machine or in its own network. */
const nearby = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd])/i;

export function visitOf(c: Context<HttpEnv>): Visit {
  return { headers: c.req.raw.headers, address: addressOf(c), secure: isHttps(c) };
}

/** Whether people reach this service over https, here or at a proxy. */
export function isHttps(c: Context<HttpEnv>): boolean {
  return (
    new URL(c.req.url).protocol === 'https:' ||
    c.req.header('x-forwarded-proto') === 'https' ||
    c.var.ctx.config.signIn.publicUrl.startsWith('https:')
  );
}

/** The last address that a proxy nearby names, else the one that connected. */
function addressOf(c: Context<HttpEnv>): string | null {
  const incoming = (c.env as NodeBindings | undefined)?.incoming;
  if (incoming === undefined) return c.req.header('CF-Connecting-IP') ?? null;
  const connected = incoming.socket?.remoteAddress?.replace(/^::ffff:/i, '') ?? null;
  if (connected === null || !nearby.test(connected)) return connected;
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
  return forwarded === undefined || forwarded === '' ? connected : forwarded.slice(0, 45);
}
