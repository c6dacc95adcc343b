export const deliverWebhookJob = 'deliver-webhook';

export interface DeliveryJob {
  readonly deliveryId: string;
  /** How often it was tried before: a job that another has overtaken does nothing. */
  readonly attempt: number;
}

const minute = 60;
const hour = 60 * minute;

/** Seconds before each attempt, as Standard Webhooks recommends ("Deliverability and reliability"). */
export const attemptDelaysSeconds: readonly number[] = [
  0,
  5,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];
