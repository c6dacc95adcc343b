import { lookup } from 'node:dns';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Send, SendError } from './deliver.ts';

/** How long the other side may take, from looking up its name to the first line of its answer. */
const timeoutMs = 15_000;

/**
 * Addresses that answer for the machine itself: link-local ones and where clouds keep a machine's
 * credentials. Private networks are allowed: installations stand in them. Only admins name endpoints,
 * answers are not read and redirects not followed, so nothing can be brought back from inside.
 */
const refused = new BlockList();
refused.addSubnet('169.254.0.0', 16, 'ipv4');
refused.addSubnet('fe80::', 10, 'ipv6');
refused.addAddress('100.100.100.200', 'ipv4');
refused.addAddress('fd00:ec2::254', 'ipv6');

/** Whether nothing may be sent to this address; what is no address is decided by what it resolves to. */
export function isRefusedAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && refused.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

class AddressRefused extends Error {}

/** Looks up once and hands the socket only what was checked: a name cannot point elsewhere in between. */
const checkedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, []);
    const bad = addresses.some(({ address }) => isRefusedAddress(address));
    if (bad) return callback(new AddressRefused('address refused'), []);
    const [first] = addresses;
    if (options.all === true || first === undefined) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/** Posts a body and reads only the status. */
export const sendOverHttp: Send = (url, { headers, body }) => {
  const { hostname, protocol } = new URL(url);
  if (isRefusedAddress(hostname.replace(/^\[|\]$/g, ''))) {
    return Promise.resolve({ status: null, error: 'address_refused' });
  }
  const start = protocol === 'https:' ? httpsRequest : httpRequest;
  const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<Send>>>();
  const content = Buffer.from(body);
  const sent: ClientRequest = start(
    url,
    {
      method: 'POST',
      agent: false,
      lookup: checkedLookup,
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': content.length,
        'User-Agent': 'doichung-webhooks',
        ...headers,
      },
    },
    (response) => {
      resolve({ status: response.statusCode ?? null, error: null });
      response.destroy();
    },
  );
  sent.on('error', (error) => resolve({ status: null, error: codeOf(error) }));
  sent.end(content);
  return promise;
};

function codeOf(error: Error): SendError {
  if (error instanceof AddressRefused) return 'address_refused';
  return error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
}
