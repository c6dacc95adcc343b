import type { Visit } from './context.ts';

/** What better-auth may see of a request: cookies, and the browser's name for the list of sessions. */
export function askedBy(visit: Visit): Headers {
  const seen = new Headers();
  for (const name of ['cookie', 'user-agent']) {
    const value = visit.headers.get(name);
    if (value !== null) seen.set(name, value.slice(0, 4096));
  }
  return seen;
}
