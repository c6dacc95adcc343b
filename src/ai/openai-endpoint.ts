import OpenAI from 'openai';
import PQueue from 'p-queue';
import { UnavailableError } from '#platform/errors.ts';
import { EndpointError, type EndpointFailure } from './endpoint-error.ts';

export interface OpenAIEndpointOptions {
  /** What it is called in messages, e.g. "embedding endpoint". */
  readonly label: string;
  /** How its settings begin, e.g. "EMBEDDINGS": errors name the setting to look at. */
  readonly settings: string;
  /** What to do when it answers too late, as one sentence. */
  readonly slowRemedy: string;
  /** Root of an OpenAI-compatible API, e.g. http://127.0.0.1:8000/v1. */
  readonly baseUrl: string;
  readonly apiKey: string | null;
  /** Of one attempt, from connecting to the last byte of the answer. */
  readonly timeoutMs: number;
  /** After 408, 409, 429, 5xx, time-outs and lost connections; `Retry-After` up to 60 s is obeyed. */
  readonly maxRetries: number;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Makes a judge of one answer: told each piece of its text, it says whether the answer is too large. */
  readonly isTooLarge?: () => (piece: string) => boolean;
}

const tooLargeHeader = 'x-answer-too-large';

/** The connection ended before the answer did. */
class AnswerCutError extends Error {
  override name = 'AnswerCutError';
}

/**
 * One OpenAI-compatible API (TEI, vLLM, Ollama, OpenAI), for whatever is asked of it: queue, time-outs,
 * retries with jittered exponential backoff, and errors that name a setting and never hold text or key.
 */
export class OpenAIEndpoint implements AsyncDisposable {
  readonly #options: OpenAIEndpointOptions;
  readonly #client: OpenAI;
  readonly #queue: PQueue;
  readonly #closing = new AbortController();

  constructor(options: OpenAIEndpointOptions) {
    this.#options = options;
    this.#queue = new PQueue({ concurrency: options.concurrency });
    this.#client = new OpenAI({
      baseURL: options.baseUrl,
      apiKey: options.apiKey ?? 'none',
      // Only our own settings count, not OPENAI_* variables that happen to be there.
      organization: null,
      project: null,
      timeout: options.timeoutMs,
      maxRetries: options.maxRetries,
      logLevel: 'off',
      fetch: (url, init) => fetchWhole(url, init, options.isTooLarge?.()),
    });
  }

  /** Waits for its turn and calls the API. @throws UpstreamError; what `signal` was aborted with. */
  async request(
    call: (client: OpenAI, signal: AbortSignal) => Promise<unknown>,
    signal?: AbortSignal,
  ): Promise<unknown> {
    const either = AbortSignal.any([
      this.#closing.signal,
      ...(signal === undefined ? [] : [signal]),
    ]);
    either.throwIfAborted();
    return this.#queue.add(() => this.#call(call, either), { signal: either });
  }

  /** An error about this endpoint; `remedy` defaults to checking that it serves what is configured. */
  problem(
    reason: EndpointFailure,
    what: string,
    details: { field?: string; remedy?: string; cause?: unknown } = {},
  ): EndpointError {
    const { label, settings } = this.#options;
    return new EndpointError(reason, `${label}: ${what}`, {
      field: details.field ?? `${settings}_BASE_URL`,
      remedy:
        details.remedy ??
        `Check that ${settings}_BASE_URL is the root of an OpenAI-compatible API and serves ${settings}_MODEL.`,
      cause: details.cause,
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort(new UnavailableError(`${this.#options.label}: it has been closed`));
    await this.#queue.onIdle();
  }

  async #call(
    call: (client: OpenAI, signal: AbortSignal) => Promise<unknown>,
    signal: AbortSignal,
  ): Promise<unknown> {
    try {
      return await call(this.#client, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw this.#restate(error);
    }
  }

  #restate(cause: unknown): EndpointError {
    const { settings, slowRemedy: remedy } = this.#options;
    if (cause instanceof EndpointError) return cause;
    if (cause instanceof OpenAI.APIConnectionTimeoutError) {
      return this.problem('timeout', 'no answer in time', { remedy, cause });
    }
    if (cause instanceof OpenAI.APIConnectionError) {
      if (cause.cause instanceof AnswerCutError) {
        return this.problem('cut_short', 'the connection ended before the answer', { cause });
      }
      const check = `Check ${settings}_BASE_URL and that the endpoint runs.`;
      return this.problem('no_connection', 'no connection', { remedy: check, cause });
    }
    if (!(cause instanceof OpenAI.APIError)) {
      return this.problem('not_json', 'the answer is not JSON', { cause });
    }
    if ((cause.headers as Headers | undefined)?.has(tooLargeHeader) === true) {
      return this.problem('too_large', 'the answer is too large', {
        remedy: `Use a model in ${settings}_MODEL that keeps to what it is asked.`,
      });
    }
    const status: unknown = cause.status;
    if (status === 401 || status === 403) {
      const check = `Check ${settings}_API_KEY.`;
      const what = `it refused the key (status ${status})`;
      return this.problem('key_refused', what, { remedy: check, cause });
    }
    const reason = status === 429 ? 'rate_limited' : 'bad_status';
    return this.problem(reason, `it answered with status ${String(status)}`, { cause });
  }
}

/**
 * The client stops its clock at the headers; reading the body here lets it cover the body too, and lets
 * it try again when the connection ends in the middle.
 */
async function fetchWhole(
  url: string | URL | Request,
  init: RequestInit | undefined,
  isTooLarge: ((piece: string) => boolean) | undefined,
): Promise<Response> {
  const response = await fetch(url, init);
  const { status, statusText, headers } = response;
  const pieces: string[] = [];
  const decoder = new TextDecoder();
  try {
    for await (const bytes of response.body ?? []) {
      const piece = decoder.decode(bytes, { stream: true });
      pieces.push(piece);
      // Leaving the loop cancels the rest. The client tries again after statuses that may pass, not this.
      if (isTooLarge?.(piece) === true) {
        return new Response(null, { status: 413, headers: { [tooLargeHeader]: '1' } });
      }
    }
  } catch (cause) {
    init?.signal?.throwIfAborted();
    throw new AnswerCutError('the connection ended before the answer did', { cause });
  }
  const body = pieces.join('') + decoder.decode();
  return new Response(body === '' ? null : body, { status, statusText, headers });
}
