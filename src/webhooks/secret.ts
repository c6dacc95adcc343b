import { Webhook } from 'standardwebhooks';
import type { InstallationKey } from '#audit/index.ts';

/** How long deliveries are signed with the secret before as well. */
export const rotationOverlapMs = 24 * 3_600_000;

/** `whsec_` and base64, as Standard Webhooks writes it. Derived anew whenever it is needed, never stored. */
export async function webhookSecret(
  key: Pick<InstallationKey, 'derive'>,
  endpoint: { readonly id: string; readonly version: number },
): Promise<string> {
  const bytes = await key.derive(`webhook ${endpoint.id} v${endpoint.version}`);
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

export interface SigningEndpoint {
  readonly endpoint_id: string;
  readonly secret_version: number;
  readonly rotated_at: Date | null;
}

/** The headers of Standard Webhooks; for a day after a rotation with both signatures. */
export async function signedHeaders(
  key: Pick<InstallationKey, 'derive'>,
  endpoint: SigningEndpoint,
  message: { readonly id: string; readonly at: Date; readonly body: string },
): Promise<Record<string, string>> {
  const { endpoint_id: id, secret_version: version, rotated_at: rotatedAt } = endpoint;
  const overlaps =
    rotatedAt !== null && message.at.getTime() - rotatedAt.getTime() < rotationOverlapMs;
  const versions = overlaps ? [version, version - 1] : [version];
  const signatures = await Promise.all(
    versions.map(async (version) =>
      new Webhook(await webhookSecret(key, { id, version })).sign(
        message.id,
        message.at,
        message.body,
      ),
    ),
  );
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(message.at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
