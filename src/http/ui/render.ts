import type { Context } from 'hono';
import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { HttpEnv } from '../env.ts';

/** Sends a page; pages hold what only this person may see, so nothing keeps a copy. */
export function renderPage(
  c: Context<HttpEnv>,
  page: JSX.Element,
  status = 200,
): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store');
  return c.html(html`<!doctype html>${page}`, status as 200);
}

/** Sends a part of a page for a script to put in; kept by nobody either. */
export function renderFragment(
  c: Context<HttpEnv>,
  part: JSX.Element,
  status = 200,
): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store');
  return c.html(part, status as 200);
}
