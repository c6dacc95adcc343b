import { SingleBar } from 'cli-progress';

export interface Progress extends Disposable {
  update(done: number): void;
}

const lineEveryMs = 5000;

/** A bar on a terminal, a line every five seconds elsewhere; both on standard error. */
export function startProgress(label: string, total: number): Progress {
  return process.stderr.isTTY ? bar(label, total) : lines(label, total);
}

function bar(label: string, total: number): Progress {
  const single = new SingleBar({
    format: `${label} {bar} {value}/{total} · {eta_formatted}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    stream: process.stderr,
    hideCursor: true,
  });
  single.start(total, 0);
  return { update: (done) => single.update(done), [Symbol.dispose]: () => single.stop() };
}

function lines(label: string, total: number): Progress {
  let lastAt = Date.now();
  let done = 0;
  const show = (): void => {
    process.stderr.write(`${label} ${done}/${total}\n`);
  };
  return {
    update(value) {
      done = value;
      if (Date.now() - lastAt < lineEveryMs) return;
      lastAt = Date.now();
      show();
    },
    [Symbol.dispose]: show,
  };
}
