import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Lease } from '#review/index.ts';
import type { HttpEnv } from '../env.ts';
import { sessionCookie, type SignedIn } from '#identity/index.ts';
import { isHttps } from '../visit.ts';

const leaseCookie = 'doichung_lease';

export function keepCookies(c: Context<HttpEnv>, { cookies }: SignedIn): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}

export function forgetSession(c: Context<HttpEnv>): void {
  deleteCookie(c, sessionCookie, { ...strict(c), path: '/' });
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
  return { httpOnly: true, sameSite: 'Strict', secure: isHttps(c) } as const;
}
