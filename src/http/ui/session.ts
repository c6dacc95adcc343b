import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Lease } from '#review/index.ts';
import type { HttpEnv } from '../env.ts';
import { keyCookie } from '../middleware/authenticate.ts';

const leaseCookie = 'doichung_lease';
const sessionSeconds = 12 * 3600;

export function keepKey(c: Context<HttpEnv>, key: string): void {
  setCookie(c, keyCookie, key, { ...strict(c), path: '/', maxAge: sessionSeconds });
}

export function forgetKey(c: Context<HttpEnv>): void {
  deleteCookie(c, keyCookie, { ...strict(c), path: '/' });
}

export interface HeldLease {
  readonly itemId: string;
  readonly token: string;
  readonly fence: number;
}

/** The token is shown once; the browser of whoever took the item keeps it for that item's pages. */
export function keepLease(c: Context<HttpEnv>, lease: Lease, maxAgeMs: number): void {
  setCookie(c, leaseCookie, `${lease.itemId}.${lease.fence}.${lease.token}`, {
    ...strict(c),
    path: `/posts/${lease.postId}`,
    maxAge: Math.ceil(maxAgeMs / 1000),
  });
}

export function heldLease(c: Context<HttpEnv>): HeldLease | null {
  const [itemId, fence, token] = (getCookie(c, leaseCookie) ?? '').split('.');
  if (!itemId || !token || !/^\d{1,9}$/.test(fence ?? '')) return null;
  return { itemId, token, fence: Number(fence) };
}

export function forgetLease(c: Context<HttpEnv>, postId: string): void {
  deleteCookie(c, leaseCookie, { ...strict(c), path: `/posts/${postId}` });
}

function strict(c: Context<HttpEnv>) {
  const https =
    new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';
  return { httpOnly: true, sameSite: 'Strict', secure: https } as const;
}
