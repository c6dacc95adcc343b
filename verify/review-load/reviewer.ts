import { setTimeout as sleep } from 'node:timers/promises';

/** What was said of an item, as far as the client knows: an answer that got lost on the way may count. */
export interface GivenDecision {
  readonly itemId: string;
  readonly draftSha256: string;
  readonly fence: number;
  readonly acknowledged: boolean;
}

export interface Measured {
  readonly nextMs: number[];
  readonly decideMs: number[];
  readonly decisions: GivenDecision[];
  /** Answers that no reviewer should ever see, by status and detail. */
  readonly unexpected: Map<string, number>;
  /** Requests that met no server, or one that was going away: tried again. */
  cutOff: number;
  refused: number;
  idle: number;
}

interface Leased {
  readonly lease: { item_id: string; token: string; fence: number };
  readonly post: {
    draft: { content_sha256: string; sentences: ReadonlyArray<{ ordinal: number }> };
  };
}

export interface ReviewerOptions {
  readonly key: string;
  /** Addresses of servers; another is asked when one does not answer. */
  readonly urls: readonly string[];
  readonly random: () => number;
  /** Shortest and longest time (ms) a person spends on an item. */
  readonly thinkMs: readonly [number, number];
  readonly until: number;
  readonly measured: Measured;
}

const requestTimeoutMs = 20_000;
const waitMs = 250;
/** One in this many says something else than approve. */
const otherVerdict = 10;

/** Takes items, reads and judges them, as one person would, until the time is up. */
export async function review(options: ReviewerOptions): Promise<void> {
  const { random, thinkMs, until, measured } = options;
  const think = (): Promise<void> => sleep(thinkMs[0] + random() * (thinkMs[1] - thinkMs[0]));
  await sleep(random() * thinkMs[1]);
  while (performance.now() < until) {
    const leased = await takeNext(options);
    if (leased === null) {
      measured.idle += 1;
      await sleep(waitMs);
      continue;
    }
    await think();
    await decide(options, leased);
  }
}

async function takeNext(options: ReviewerOptions): Promise<Leased | null> {
  const answer = await ask(options, 'GET', '/v1/review/next', undefined, options.measured.nextMs);
  if (answer === null || answer.status === 204) return null;
  if (answer.status !== 200) {
    notExpected(options, 'next', answer);
    return null;
  }
  return JSON.parse(answer.text) as Leased;
}

async function decide(options: ReviewerOptions, { lease, post }: Leased): Promise<void> {
  const { measured, random } = options;
  const { content_sha256: draftSha256, sentences } = post.draft;
  const body = {
    lease_token: lease.token,
    fence: lease.fence,
    content_sha256: draftSha256,
    verdict: random() < 1 / otherVerdict ? 'return' : 'approve',
    reason: 'Đã đọc từng câu.',
    labels: sentences.map(({ ordinal }) => ({ ordinal, label: 'supported' })),
  };
  const path = `/v1/review/items/${lease.item_id}/decisions`;
  const answer = await ask(options, 'POST', path, body, measured.decideMs);
  const given = { itemId: lease.item_id, draftSha256, fence: lease.fence };
  if (answer?.status === 201) return void measured.decisions.push({ ...given, acknowledged: true });
  measured.decisions.push({ ...given, acknowledged: false });
  if (answer?.status === 409) measured.refused += 1;
  else if (answer !== null) notExpected(options, 'decide', answer);
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** It was asked before and that request was cut off. */
  readonly again: boolean;
}

/** Asks until a server answers; only the time of a request that got its answer is measured. */
async function ask(
  { key, urls, random, until, measured }: ReviewerOptions,
  method: string,
  path: string,
  body: object | undefined,
  times: number[],
): Promise<Answer | null> {
  let again = false;
  for (;;) {
    const url = urls[Math.floor(random() * urls.length)] ?? '';
    const startedAt = performance.now();
    try {
      const response = await fetch(url + path, {
        method,
        headers: {
          Authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(requestTimeoutMs),
      });
      const text = await response.text();
      if (response.status !== 503 && response.status !== 500) {
        times.push(performance.now() - startedAt);
        return { status: response.status, text, again };
      }
    } catch {
      // The process was killed; what it had committed is found by asking again.
    }
    measured.cutOff += 1;
    again = true;
    if (performance.now() > until + requestTimeoutMs) return null;
    await sleep(waitMs);
  }
}

function notExpected({ measured }: ReviewerOptions, what: string, { status, text }: Answer): void {
  const line = `${what} ${status} ${text.slice(0, 300)}`.replaceAll(/[0-9a-f-]{36}/g, '…');
  measured.unexpected.set(line, (measured.unexpected.get(line) ?? 0) + 1);
}
