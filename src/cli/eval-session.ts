import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EmbedderSet } from '#ai/ports.ts';
import { readConfig } from '#config/env.ts';
import { cachedEmbedders } from '#evals/vector-cache.ts';
import type { EvalRun } from '#evaluations/index.ts';
import { createEmbedders } from '../context.ts';
import { version } from '../version.ts';

/** The project's own gold sets. */
export const goldDir = join(import.meta.dirname, '../../evals/gold');
/** The demonstration texts. */
export const demoDir = join(import.meta.dirname, '../../demo');

/** The configured embedders, keeping their vectors in a folder when one is given. */
export async function openEmbedders(vectorCache: string | undefined): Promise<EmbedderSet> {
  const embedders = await createEmbedders(readConfig());
  return vectorCache === undefined ? embedders : cachedEmbedders(embedders, vectorCache);
}

/** The package's version, and where this is a working copy the revision it stands at. */
export async function codeVersion(): Promise<EvalRun['code']> {
  const described = await promisify(execFile)(
    'git',
    ['describe', '--tags', '--always', '--dirty'],
    {
      cwd: import.meta.dirname,
    },
  ).catch(() => null);
  return { version, revision: described?.stdout.trim() || null };
}
