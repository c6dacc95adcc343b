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
  /** Ends when a line begins with `start`, or false when the process ends first. */
  sawLine(start: string): Promise<boolean>;
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
    sawLine: (start) => sawLine(reader, lines, start, ended),
    ended,
    isRunning: () => isRunning(child),
    kill,
    [Symbol.asyncDispose]: () => kill('SIGKILL'),
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function sawLine(
  reader: ReturnType<typeof createInterface>,
  lines: readonly string[],
  start: string,
  ended: Promise<unknown>,
): Promise<boolean> {
  if (lines.some((line) => line.startsWith(start))) return true;
  const seen = new Promise<boolean>((resolve) => {
    reader.on('line', (line) => {
      if (line.startsWith(start)) resolve(true);
    });
  });
  return Promise.race([seen, ended.then(() => lines.some((line) => line.startsWith(start)))]);
}
