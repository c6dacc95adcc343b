import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Claims {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
}

export interface OidcProvider extends AsyncDisposable {
  readonly issuer: string;
  /** Who signs in there next. */
  person: Claims;
  /** Signs with another key than it publishes. */
  forges: boolean;
}

/** A small OpenID provider: discovery, authorisation code with PKCE, RS256 id tokens. It asks nobody. */
export async function startOidcProvider(client: {
  id: string;
  secret: string;
}): Promise<OidcProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { privateKey: otherKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { challenge: string; nonce: string | null; person: Claims }>();
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: OidcProvider = {
    issuer,
    person: { sub: 'nobody', email: 'nobody@thu-vien.invalid', email_verified: true },
    forges: false,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return provider;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status = 200, headers = {}, body = {} } = await answer(request);
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/.well-known/openid-configuration') return { body: discovery(issuer) };
    if (url.pathname === '/jwks') {
      const key = publicKey.export({ format: 'jwk' });
      return { body: { keys: [{ ...key, kid: 'one', alg: 'RS256', use: 'sig' }] } };
    }
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      codes.set(code, {
        challenge: url.searchParams.get('code_challenge') ?? '',
        nonce: url.searchParams.get('nonce'),
        person: provider.person,
      });
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      return { status: 302, headers: { Location: back.toString() } };
    }
    const form = new URLSearchParams(await textOf(request));
    const known = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '');
    if (
      known === undefined ||
      challenge.digest('base64url') !== known.challenge ||
      form.get('client_id') !== client.id ||
      form.get('client_secret') !== client.secret
    ) {
      return { status: 400, body: { error: 'invalid_grant' } };
    }
    const now = Math.floor(Date.now() / 1000);
    const claims = { ...known.person, nonce: known.nonce, iat: now, exp: now + 60 };
    const token = sign({ ...claims, iss: issuer, aud: client.id });
    return {
      body: { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: token },
    };
  }

  function sign(claims: object): string {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const text = `${encode({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${encode(claims)}`;
    const key = provider.forges ? otherKey : privateKey;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
  }
}

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
