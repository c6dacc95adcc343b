import { describeError } from '#platform/errors.ts';

/** A benchmark: progress to standard error, its result as one JSON object. */
export type Benchmark = (args: string[]) => Promise<Record<string, unknown>>;

const benchmarks: Readonly<Record<string, () => Promise<{ run: Benchmark }>>> = {
  embedding: () => import('./embedding.ts'),
  audit: () => import('./audit.ts'),
  corpus: () => import('./corpus.ts'),
  drafting: () => import('./drafting.ts'),
  'main-job': () => import('./main-job.ts'),
  pages: () => import('./pages.ts'),
  retrieval: () => import('./retrieval.ts'),
};

async function main([name = '', ...args]: string[]): Promise<void> {
  const load = benchmarks[name];
  if (load === undefined) {
    process.stderr.write(`usage: npm run -s bench -- <${Object.keys(benchmarks).join(' | ')}>\n`);
    process.exitCode = 2;
    return;
  }
  const { run } = await load();
  process.stdout.write(`${JSON.stringify(await run(args))}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`✗ ${describeError(error)}\n`);
  process.exitCode = 1;
}
