import { type ErrorDetails, UpstreamError } from '#platform/errors.ts';

/** Why a request to an endpoint gave nothing: closed codes that are stored and shown. */
export const endpointFailures = [
  /** No whole answer within the time allowed. */
  'timeout',
  'no_connection',
  /** 429, or a quota that is used up. */
  'rate_limited',
  /** 401 or 403. */
  'key_refused',
  /** Any other status that is no success. */
  'bad_status',
  /** The model declined to answer. */
  'refused',
  /** The stream or the text ended before the answer did. */
  'cut_short',
  'too_large',
  'empty',
  'not_json',
  'wrong_schema',
  /** Too many failures in a row: nothing is asked for a while. */
  'circuit_open',
] as const;
export type EndpointFailure = (typeof endpointFailures)[number];

/** An endpoint's failure with its code. The message never holds text of request or answer, nor a key. */
export class EndpointError extends UpstreamError {
  override name = 'EndpointError';
  readonly reason: EndpointFailure;
  constructor(reason: EndpointFailure, message: string, details?: ErrorDetails) {
    super(message, details);
    this.reason = reason;
  }
}
