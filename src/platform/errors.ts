/** What went wrong, from a closed list; `http/errors.ts` is the only place that maps a code to a status. */
export type ErrorCode =
  | 'validation'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'precondition_failed'
  | 'confirmation_needed'
  | 'too_many'
  | 'too_large'
  | 'upstream'
  | 'unavailable'
  | 'config';

export interface ErrorDetails {
  /** The field, option or setting at fault, as the caller named it. */
  field?: string;
  /** What the caller can do about it, as one sentence. */
  remedy?: string;
  cause?: unknown;
}

/** An error that may be shown to the caller: its message never carries secrets or post text. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  readonly field: string | null;
  readonly remedy: string | null;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.field = details.field ?? null;
    this.remedy = details.remedy ?? null;
  }
}

export class ValidationError extends AppError {
  override name = 'ValidationError';
  constructor(message: string, details?: ErrorDetails) {
    super('validation', message, details);
  }
}

/** Several faults in one input; `errors` names each, the message counts them. */
export class ValidationErrors extends ValidationError {
  override name = 'ValidationErrors';
  readonly errors: readonly AppError[];
  constructor(errors: readonly [AppError, ...AppError[]]) {
    const [first] = errors;
    super(errors.length === 1 ? first.message : `${errors.length} faults were found`, {
      ...(first.field === null ? {} : { field: first.field }),
      ...(first.remedy === null ? {} : { remedy: first.remedy }),
    });
    this.errors = errors;
  }
}

export class UnauthenticatedError extends AppError {
  override name = 'UnauthenticatedError';
  constructor(message: string, details?: ErrorDetails) {
    super('unauthenticated', message, details);
  }
}

export class ForbiddenError extends AppError {
  override name = 'ForbiddenError';
  constructor(message: string, details?: ErrorDetails) {
    super('forbidden', message, details);
  }
}

export class NotFoundError extends AppError {
  override name = 'NotFoundError';
  constructor(message: string, details?: ErrorDetails) {
    super('not_found', message, details);
  }
}

export class ConflictError extends AppError {
  override name = 'ConflictError';
  constructor(message: string, details?: ErrorDetails) {
    super('conflict', message, details);
  }
}

/** What the caller read is not what there is now (`If-Match`). */
export class PreconditionFailedError extends AppError {
  override name = 'PreconditionFailedError';
  constructor(message: string, details?: ErrorDetails) {
    super('precondition_failed', message, details);
  }
}

/** Signed in too long ago for this: whoever sits there says again who they are. */
export class ConfirmationNeededError extends AppError {
  override name = 'ConfirmationNeededError';
  constructor(message: string, details?: ErrorDetails) {
    super('confirmation_needed', message, details);
  }
}

/** Tried too often; later is right. */
export class TooManyError extends AppError {
  override name = 'TooManyError';
  readonly retryAfterSeconds: number | null;
  constructor(message: string, details: ErrorDetails & { retryAfterSeconds?: number } = {}) {
    super('too_many', message, details);
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}

export class TooLargeError extends AppError {
  override name = 'TooLargeError';
  constructor(message: string, details?: ErrorDetails) {
    super('too_large', message, details);
  }
}

/** A service this one depends on answered wrongly or too late. */
export class UpstreamError extends AppError {
  override name = 'UpstreamError';
  constructor(message: string, details?: ErrorDetails) {
    super('upstream', message, details);
  }
}

/** This service cannot answer now; trying again later is right. */
export class UnavailableError extends AppError {
  override name = 'UnavailableError';
  constructor(message: string, details?: ErrorDetails) {
    super('unavailable', message, details);
  }
}

export class ConfigError extends AppError {
  override name = 'ConfigError';
  constructor(message: string, details?: ErrorDetails) {
    super('config', message, details);
  }
}

/** One line for a terminal: message, field and remedy. */
export function describeError(error: unknown): string {
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : String(error);
  const field = error.field === null ? '' : ` [${error.field}]`;
  const remedy = error.remedy === null ? '' : ` → ${error.remedy}`;
  return `${error.message}${field}${remedy}`;
}
