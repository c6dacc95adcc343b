import { describeError } from '#platform/errors.ts';

/** A verification: progress to standard error, its result as one JSON object with `ok`. */
export type Verification = (args: string[]) => Promise<Record<string, unknown>>;

const verifications: Readonly<Record<string, () => Promise<{ run: Verification }>>> = {
  kill: () => import('./kill.ts'),
  bypass: () => import('./bypass.ts'),
  histories: () => import('./histories.ts'),
  'corpus-story': () => import('./corpus-story.ts'),
  'database-away': () => import('./database-away.ts'),
  tamper: () => import('./tamper.ts'),
  'gate-mutations': () => import('./gate-mutations.ts'),
  screenshots: () => import('./screenshots.ts'),
  'review-load': () => import('./review-load.ts'),
};

async function main([name = '', ...args]: string[]): Promise<void> {
  const load = verifications[name];
  if (load === undefined) {
    process.stderr.write(
      `usage: npm run -s verify -- <${Object.keys(verifications).join(' | ')}>\n`,
    );
    process.exitCode = 2;
    return;
  }
  const { run } = await load();
  const result = await run(args);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (result['ok'] !== true) process.exitCode = 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`✗ ${describeError(error)}\n`);
  process.exitCode = 1;
}
