import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const startTimeoutMs = 45_000;
const stopTimeoutMs = 5_000;

const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');

/** Nothing is sent anywhere, and what is written goes into `state`. */
function quiet(state: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    CI: 'true',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_LOG_PATH: join(state, 'log'),
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    WRANGLER_SEND_METRICS: 'false',
  };
}

/** What a deployment would upload: the paths of its modules and its size. */
export async function bundleWorker(): Promise<{ modules: string[]; gzipKiB: number }> {
  const out = await mkdtemp(join(tmpdir(), 'doichung-bundle-'));
  try {
    const metafile = join(out, 'meta.json');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [wrangler, 'deploy', '--dry-run', '--outdir', out, '--metafile', metafile],
      { cwd: root, env: quiet(out) },
    );
    const { outputs } = JSON.parse(await readFile(metafile, 'utf8')) as {
      outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
    };
    const modules = Object.values(outputs).flatMap(({ inputs }) =>
      Object.keys(inputs).filter((path) => (inputs[path]?.bytesInOutput ?? 0) > 0),
    );
    const gzip = /gzip: ([\d.]+) KiB/.exec(stdout)?.[1];
    return { modules, gzipKiB: Number(gzip) };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

export interface DevWorker extends AsyncDisposable {
  readonly url: string;
}

/** The Worker in the local runtime, on a free port, without telemetry or network. */
export async function startDevWorker(options: {
  databaseUrl: string;
  vars: Readonly<Record<string, string>>;
}): Promise<DevWorker> {
  const state = await mkdtemp(join(tmpdir(), 'doichung-worker-'));
  const database = new URL(options.databaseUrl);
  // Hyperdrive wants a password, whether the server asks for one or not.
  if (database.password === '') database.password = 'unused';
  const child = spawn(
    process.execPath,
    [
      wrangler,
      ...['dev', '--local', '--ip', '127.0.0.1', '--port', '0', '--inspector-port', '0'],
      ...['--persist-to', state, '--show-interactive-dev-session=false'],
      ...Object.entries(options.vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    {
      cwd: root,
      // A group of its own: the runtime is a grandchild and must go too.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...quiet(state),
        CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: database.toString(),
      },
    },
  );
  let output = '';
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    signalGroup(child.pid, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), stopTimeoutMs);
    await exited;
    clearTimeout(timer);
    signalGroup(child.pid, 'SIGKILL');
    await rm(state, { recursive: true, force: true });
  };
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`wrangler dev ${why}:\n${output}`));
      const timer = setTimeout(() => fail('did not start in time'), startTimeoutMs);
      const read = (data: Buffer): void => {
        output += data.toString();
        const ready = /Ready on (http:\/\/\S+)/.exec(output)?.[1];
        if (ready === undefined) return;
        clearTimeout(timer);
        resolve(ready);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      void exited.then(() => fail('ended'));
    });
    return { url, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has gone.
  }
}
