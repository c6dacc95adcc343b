import { TrieRouter } from 'hono/router/trie-router';
import { z } from 'zod';

/** What a refused form held, carried in the page itself: nothing of it is stored on the server. */
export interface KeptForm {
  /** Where it was sent to; one of the pages' own addresses. */
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly lostFile: boolean;
  readonly lostSecret: boolean;
}

/** In UTF-8 bytes of its JSON; with the fields around it, a body may hold no more (`limitBody`). */
export const mostKeptBytes = 1_900_000;

const stored = z.strictObject({
  path: z.string().max(2000),
  fields: z.array(z.tuple([z.string().max(200), z.string()])).max(10_000),
  lostFile: z.boolean(),
  lostSecret: z.boolean(),
});

/** Fields that hold a password, a code or a key, wherever they are. */
const secret =
  /(?:^|[_.-])(?:password|passphrase|proof|secret|token|code|codes|current|uri)$|^kept$/i;

/** Whether a form may be sent to an address once more after signing in. */
export type TakesForm = (path: string) => boolean;

/** The addresses of the pages that take forms, without the steps of signing in and one's own account. */
export function formTargets(routes: readonly { method: string; path: string }[]): TakesForm {
  const router = new TrieRouter<true>();
  for (const { method, path } of routes) {
    const isOwn = /^\/(?:login|logout|confirm|account)(?:\/|$)/.test(path);
    if (method === 'POST' && !isOwn) router.add('POST', path, true);
  }
  return (path) => {
    const base = 'http://own.invalid';
    const url = path.startsWith('/') ? URL.parse(path, base) : null;
    if (url === null || url.origin !== base || url.pathname + url.search !== path) return false;
    return router.match('POST', url.pathname)[0].length > 0;
  };
}

export function keepForm(path: string, form: FormData): KeptForm {
  const texts: [string, string][] = [];
  let [lostFile, lostSecret] = [false, false];
  for (const [name, value] of form) {
    if (typeof value !== 'string') lostFile ||= value.size > 0;
    else if (secret.test(name)) lostSecret ||= value !== '';
    else texts.push([name, value.replaceAll('\r\n', '\n')]);
  }
  return { path, fields: texts, lostFile, lostSecret };
}

/** As the value of one hidden field. */
export function encodeKept(kept: KeptForm): string {
  return JSON.stringify(kept);
}

/** In bytes of UTF-8. */
export function sizeOf(kept: KeptForm): number {
  return new TextEncoder().encode(encodeKept(kept)).byteLength;
}

/** What a page of ours carried along; null when it is absent, changed, or for an address that takes none. */
export function decodeKept(text: string, takesForm: TakesForm): KeptForm | null {
  if (text === '') return null;
  try {
    const kept = stored.parse(JSON.parse(text));
    return takesForm(kept.path) ? kept : null;
  } catch {
    return null;
  }
}

/** What is worth showing for copying, longest first: texts, not choices or ids. */
export function textsOf({ fields }: KeptForm): readonly (readonly [string, string])[] {
  return fields
    .filter(([, value]) => value.trim().length > 36 || /\s/.test(value.trim()))
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, 20);
}
