import { get } from 'node:http';
import type { Address } from './addresses.ts';

/** Bytes on the wire of the page and of the stylesheets and scripts it names, compressed as a browser asks. */
export async function firstViewBytes(
  url: string,
  { paths, as }: Address,
  cookie: (as: Address['as']) => string,
): Promise<number> {
  const path = paths[0] as string;
  const headers = { Cookie: cookie(as), Accept: 'text/html' };
  const html = await (await fetch(url + path, { headers })).text();
  const files = html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js)[^"]*)"/gu);
  const addresses = new Set([path, ...[...files].map(([, file]) => file as string)]);
  let bytes = 0;
  for (const address of addresses) bytes += await bytesOf(url + address, headers);
  return bytes;
}

function bytesOf(url: string, headers: Record<string, string>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  get(url, { headers: { ...headers, 'Accept-Encoding': 'gzip' } }, (response) => {
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    response.on('end', () => resolve(bytes));
    response.on('error', reject);
  }).on('error', reject);
  return promise;
}
