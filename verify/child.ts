import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..');

export interface Child extends AsyncDisposable {
  /** Every line of standard output so far. */
  readonly lines: readonly string[];
  /** What it wrote to standard error. */
  readonly complaints: () => string;
  /** Ends once its lines satisfy `enough`; false when the process ends first. */
  until(enough: (lines: readonly string[]) => boolean): Promise<boolean>;
  /** Exit code, or null after a signal. */
  readonly ended: Promise<number | null>;
  isRunning(): boolean;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a TypeScript entry of this checkout; disposing kills it. */
export function startChild(
  entry: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, entry), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = once(child, 'close').then(() => child.exitCode);
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    if (isRunning(child)) child.kill(signal);
    await ended;
  };
  return {
    lines,
    complaints: () => complaints,
    until: (enough) => until(reader, lines, enough, ended),
    ended,
    isRunning: () => isRunning(child),
    kill,
    [Symbol.asyncDispose]: () => kill('SIGKILL'),
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function until(
  reader: ReturnType<typeof createInterface>,
  lines: readonly string[],
  enough: (lines: readonly string[]) => boolean,
  ended: Promise<unknown>,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const check = (): void => {
    if (enough(lines)) resolve(true);
  };
  reader.on('line', check);
  check();
  try {
    return await Promise.race([promise, ended.then(() => enough(lines))]);
  } finally {
    reader.off('line', check);
  }
}
