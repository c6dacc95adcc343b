import { z } from 'zod';

/** What a chat completion says, streamed or whole. */
export interface ChatAnswer {
  readonly content: string;
  readonly refusal: string;
  /** Null when the stream ended without one: the answer is not whole. */
  readonly finish: string | null;
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | null;
}

const count = z.number().int().nonnegative();
const text = z.string().nullish();
const said = z.object({ content: text, refusal: text });
const envelope = z.object({
  choices: z.array(
    z.object({ finish_reason: text, message: said.optional(), delta: said.partial().nullish() }),
  ),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish(),
});

/**
 * Reads a completion as it comes: server-sent events (`stream: true`) or, from an endpoint that does not
 * stream, one JSON object.
 */
export class ChatAnswerReader {
  #content = '';
  #refusal = '';
  #finish: string | null = null;
  #usage: ChatAnswer['usage'] = null;
  #rest = '';
  #choices = 0;
  /** Something did not read as a chat completion. */
  broken = false;

  /** Code units of the answer so far. */
  get length(): number {
    return this.#content.length + this.#refusal.length;
  }

  /** More of a stream of events. */
  push(piece: string): void {
    const lines = (this.#rest + piece).split(/\r?\n/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#readLine(line);
  }

  /** The whole of an answer that is no stream. */
  readWhole(body: string): void {
    this.#readObject(body);
    if (this.#choices === 0) this.broken = true;
    this.#finish ??= 'stop';
  }

  end(): ChatAnswer {
    this.#readLine(this.#rest);
    this.#rest = '';
    return {
      content: this.#content,
      refusal: this.#refusal,
      finish: this.#finish,
      usage: this.#usage,
    };
  }

  #readLine(line: string): void {
    if (!line.startsWith('data:')) return;
    const data = line.slice('data:'.length).trim();
    if (data === '' || data === '[DONE]') return;
    this.#readObject(data);
  }

  #readObject(json: string): void {
    const parsed = envelope.safeParse(parseJson(json));
    if (!parsed.success) {
      this.broken = true;
      return;
    }
    const { choices, usage } = parsed.data;
    this.#choices += choices.length;
    const [choice] = choices;
    const part = choice?.message ?? choice?.delta;
    this.#content += part?.content ?? '';
    this.#refusal += part?.refusal ?? '';
    this.#finish = choice?.finish_reason ?? this.#finish;
    if (usage != null) {
      this.#usage = { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
    }
  }
}

/** Undefined when it is no JSON; no schema takes that. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
