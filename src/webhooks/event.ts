import type { Audience } from '#db/schema/index.ts';

/** What an endpoint can subscribe to. */
export const webhookEvents = ['approval.in_force', 'approval.retracted'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Why an approval left force. */
export type RetractionReason = 'needs_recheck' | 'expired' | 'revoked';

/**
 * What is sent, as JSON: which answer, in which form, of which post; no text of either, and no names.
 * Deliveries are retried apart from one another and may arrive in any order: of several about one
 * `approval_id`, the one with the latest `timestamp` holds.
 */
export interface ApprovalMessage {
  readonly type: WebhookEvent;
  /** When it happened: UTC, ISO 8601, milliseconds. */
  readonly timestamp: string;
  readonly data: {
    readonly approval_id: string;
    readonly content_sha256: string;
    readonly post_sha256: string;
    readonly language: string;
    readonly audience: Audience;
    readonly reason?: RetractionReason;
    /** Where the answer can be exported; only of one in force, and added when it is sent. */
    readonly url?: string;
  };
}

/** Sent when somebody tries an endpoint. */
export interface TestMessage {
  readonly type: 'webhook.test';
  readonly timestamp: string;
  readonly data: { readonly endpoint_id: string };
}

/** The body as it is sent: only the process that sends knows under which address people reach the service. */
export function addressed(body: string, publicUrl: string): string {
  const message = JSON.parse(body) as ApprovalMessage | TestMessage;
  if (message.type !== 'approval.in_force') return body;
  const url = new URL(`/v1/approvals/${message.data.approval_id}/export`, publicUrl).href;
  return JSON.stringify({ ...message, data: { ...message.data, url } });
}
