import { readNews } from '#audit/index.ts';
import { digestOf, type LiveContext } from './digest.ts';
import { type Topic, topicsOf } from './topics.ts';

/** The database is asked at most once in so long, and not for more than a tenth of the time. */
const pollMs = 1000;
/** What changes by the clock alone, as a lease that ends, is looked at once in so long. */
const clockMs = 30_000;
const mostStreams = 8;
/** Changed by more than audited actions. */
const always: readonly Topic[] = ['imports', 'system'];

export interface Listener {
  readonly ctx: LiveContext;
  readonly topics: ReadonlySet<Topic>;
  readonly send: (topic: Topic, json: string) => void;
  /** The hub is closing. */
  readonly end: () => void;
}

export interface LiveHub extends Disposable {
  /** Tells the figures of now, then each change, until what it returns is disposed; null: too many streams. */
  listen(listener: Listener): Disposable | null;
  readonly listeners: number;
}

/** One for the process: whoever listens, the database is asked once. It asks nothing while nobody does. */
export function createLiveHub({ everyMs = pollMs }: { everyMs?: number } = {}): LiveHub {
  const told = new Map<Listener, Map<Topic, string>>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running = false;
  let closed = false;
  let seq: number | null = null;
  /** Of the newest event that may have changed the queue. */
  let queueSeq = 0;
  let clockAt = 0;

  async function poll(db: LiveContext['db']): Promise<void> {
    const news = await readNews({ db }, seq);
    const changed = new Set<Topic>([...always, ...news.actions.flatMap(topicsOf)]);
    if (seq === null || changed.has('queue')) queueSeq = news.seq;
    seq = news.seq;
    const now = performance.now();
    if (now - clockAt >= clockMs) {
      clockAt = now;
      changed.add('queue').add('notices');
    }
    for (const listeners of byPerson([...told.keys()])) await tell(listeners, changed);
  }

  async function tell(listeners: readonly Listener[], changed: ReadonlySet<Topic>): Promise<void> {
    const digests = new Map<Topic, Promise<string>>();
    for (const listener of listeners) {
      for (const topic of listener.topics) {
        const before = told.get(listener);
        if (before === undefined || (before.has(topic) && !changed.has(topic))) continue;
        const digest = digests.get(topic) ?? jsonOf(listener.ctx, topic);
        digests.set(topic, digest);
        const json = await digest;
        if (before.get(topic) === json || !told.has(listener)) continue;
        before.set(topic, json);
        listener.send(topic, json);
      }
    }
  }

  async function jsonOf(ctx: LiveContext, topic: Topic): Promise<string> {
    return JSON.stringify(await digestOf(ctx, topic, queueSeq));
  }

  function plan(afterMs: number): void {
    if (closed || running || told.size === 0 || timer !== null) return;
    timer = setTimeout(() => void round(), afterMs);
  }

  async function round(): Promise<void> {
    const startedAt = performance.now();
    [timer, running] = [null, true];
    const [first] = told.keys();
    try {
      if (first !== undefined) await poll(first.ctx.db);
    } catch {
      // A database that is away is told of by every request; this one asks again.
    }
    running = false;
    plan(Math.max(everyMs, 9 * (performance.now() - startedAt)));
  }

  function drop(listener: Listener): void {
    told.delete(listener);
    if (told.size > 0 || timer === null) return;
    clearTimeout(timer);
    timer = null;
  }

  return {
    listen(listener) {
      const { userId } = listener.ctx.actor;
      const own = [...told.keys()].filter(({ ctx }) => ctx.actor.userId === userId);
      if (closed || own.length >= mostStreams) return null;
      told.set(listener, new Map());
      plan(0);
      return { [Symbol.dispose]: () => drop(listener) };
    },
    get listeners() {
      return told.size;
    },
    [Symbol.dispose]() {
      closed = true;
      for (const listener of [...told.keys()]) {
        drop(listener);
        listener.end();
      }
    },
  };
}

function byPerson(listeners: readonly Listener[]): Iterable<readonly Listener[]> {
  return Map.groupBy(listeners, ({ ctx }) => ctx.actor.userId).values();
}
