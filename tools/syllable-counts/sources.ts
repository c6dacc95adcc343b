import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The Vietnamese texts of a JSON Lines file, each once: passages by their id, questions by their language. */
export function readTexts(path: string): string[] {
  const rows = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; text: string; lang?: string });
  const inVietnamese = rows.filter((row) => (row.lang ?? row.id.slice(0, 2)) === 'vi');
  return [...new Set(inVietnamese.map((row) => row.text))];
}

/** Words per million occurrences of a wordfreq list: a header, then words by centibels below certainty. */
export function readWordfreq(path: string): Map<string, number> {
  const [, ...bins] = decodeMessagePack(gunzipSync(readFileSync(path))) as [unknown, ...string[][]];
  return new Map(
    bins.flatMap((words, centibels) =>
      words.map((word) => [word, 1e6 * 10 ** (-centibels / 100)] as const),
    ),
  );
}

/** The part of MessagePack these lists use: arrays, maps, strings, positive integers. */
function decodeMessagePack(bytes: Buffer): unknown {
  let at = 0;
  const take = (length: number): number => {
    at += length;
    return bytes.readUIntBE(at - length, length);
  };
  const string = (length: number): string => {
    at += length;
    return bytes.toString('utf8', at - length, at);
  };
  const array = (length: number): unknown[] => Array.from({ length }, value);
  const map = (length: number): unknown =>
    Object.fromEntries(Array.from({ length }, () => [value(), value()]));
  function value(): unknown {
    const kind = take(1);
    if (kind <= 0x7f) return kind;
    if (kind <= 0x8f) return map(kind & 0x0f);
    if (kind <= 0x9f) return array(kind & 0x0f);
    if (kind <= 0xbf) return string(kind & 0x1f);
    if (kind === 0xd9) return string(take(1));
    if (kind === 0xda) return string(take(2));
    if (kind === 0xdc) return array(take(2));
    if (kind === 0xdd) return array(take(4));
    throw new Error(`unexpected MessagePack type ${kind} at ${at}`);
  }
  return value();
}
