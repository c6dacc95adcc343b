import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, startChild } from '../child.ts';

export interface Servers extends AsyncDisposable {
  readonly urls: readonly string[];
  /** Kills one as if it had crashed and starts it again; resolves once it answers. */
  crash(index: number): Promise<void>;
}

/** Web processes on one database, each on a port of its own. */
export async function startServers(
  env: Readonly<Record<string, string>>,
  ports: readonly number[],
): Promise<Servers> {
  const start = (port: number): Child =>
    startChild('src/main.ts', [], { ...env, PORT: String(port), HOST: '127.0.0.1', ROLE: 'web' });
  const children = ports.map(start);
  const ready = async (child: Child): Promise<void> => {
    if (await child.until((lines) => lines.some((line) => line.startsWith('API: ')))) return;
    throw new Error(`a server did not start: ${child.complaints().slice(0, 500)}`);
  };
  await Promise.all(children.map(ready));
  return {
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    async crash(index) {
      await children[index]?.kill('SIGKILL');
      for (;;) {
        const child = start(ports[index] as number);
        children[index] = child;
        // The database may be away at this moment: a start that fails is tried again.
        if (await child.until((lines) => lines.some((line) => line.startsWith('API: ')))) return;
        await sleep(500);
      }
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(children.map((child) => child.kill('SIGTERM')));
    },
  };
}
