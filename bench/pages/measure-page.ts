import type { Address } from './addresses.ts';

export interface Measured {
  readonly name: string;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly goalMs: number | null;
  /** Compressed kB (1,000 bytes) of the page, its stylesheets and scripts, without fonts. */
  readonly firstViewKb: number;
  readonly kept: boolean;
}

const warmUp = 5;

/** One request after another; the paths of an address in turn. */
export async function measurePage(
  url: string,
  { name, paths, as, goalMs }: Address,
  { rounds, cookie }: { rounds: number; cookie: (as: Address['as']) => string },
): Promise<Pick<Measured, 'name' | 'p50' | 'p95' | 'goalMs'>> {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const path = paths[(round + warmUp) % paths.length] as string;
    const startedAt = performance.now();
    const response = await fetch(url + path, {
      headers: { Cookie: cookie(as), Accept: 'text/html', 'Accept-Encoding': 'identity' },
      redirect: 'manual',
    });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    if (round >= 0) times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((times[Math.ceil(times.length * share) - 1] ?? 0) * 10) / 10;
  return { name, p50: at(0.5), p95: at(0.95), goalMs };
}
