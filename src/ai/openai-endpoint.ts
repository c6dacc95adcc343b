import OpenAI from 'openai';
import PQueue from 'p-queue';
import { UnavailableError, UpstreamError } from '#platform/errors.ts';

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
      fetch: fetchWhole,
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
  problem(what: string, details: { field?: string; remedy?: string; cause?: unknown } = {}) {
    const { label, settings } = this.#options;
    return new UpstreamError(`${label}: ${what}`, {
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

  #restate(cause: unknown): UpstreamError {
    const { settings, slowRemedy: remedy } = this.#options;
    if (cause instanceof OpenAI.APIConnectionTimeoutError) {
      return this.problem('no answer in time', { remedy, cause });
    }
    if (cause instanceof OpenAI.APIConnectionError) {
      const check = `Check ${settings}_BASE_URL and that the endpoint runs.`;
      return this.problem('no connection', { remedy: check, cause });
    }
    if (!(cause instanceof OpenAI.APIError)) {
      return this.problem('the answer is not JSON', { cause });
    }
    const status: unknown = cause.status;
    if (status === 401 || status === 403) {
      const check = `Check ${settings}_API_KEY.`;
      return this.problem(`it refused the key (status ${status})`, { remedy: check, cause });
    }
    return this.problem(`it answered with status ${String(status)}`, { cause });
  }
}

/** The client stops its clock at the headers; reading the body here lets it cover the body too. */
async function fetchWhole(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const { status, statusText, headers } = response;
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
}
