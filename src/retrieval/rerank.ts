import { z } from 'zod';
import type { ChatModel } from '#ai/ports.ts';
import type { Prompt } from '#ai/prompt-file.ts';
import type { PromptTask } from '#ai/prompt-variables.ts';
import { sliceCodePoints } from '#language/code-points.ts';
import { AppError, UpstreamError } from '#platform/errors.ts';
import type { Log } from '#platform/log.ts';

/** Candidates a model is asked about; the rest keep their places behind them. */
export const mostReranked = 10;
/** Code points of a text that are sent: a passage has at most 160 words, a claim may be endless. */
const longestText = 2000;
/** Ten grades of about 20 tokens, and room for a model that likes spaces. */
const maxTokens = 600;

/** Characters that show nothing can carry words that people who read the text do not see. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/gu;

const Grades = z.strictObject({
  grades: z.array(z.strictObject({ id: z.string(), grade: z.int().min(0).max(3) })),
});
export const rerankTask: PromptTask<z.infer<typeof Grades>> = {
  task: 'rerank',
  version: 1,
  schemaName: 'passage_grades',
  schema: Grades,
  variables: {},
  sample: JSON.stringify({
    query: 'Thư viện giả định mở cửa từ 9 giờ.',
    passages: [
      { id: '0a1b2c3d4e', text: 'Thư viện giả định mở cửa từ 8 giờ.' },
      { id: '5f60718293', text: 'Thư viện giả định có hai tầng.' },
    ],
  }),
};

export interface Reranker {
  readonly chat: ChatModel;
  readonly prompt: Prompt;
}

export interface RerankCandidate {
  readonly passageId: number;
  readonly text: string;
}

/** What reordered the candidates, stored with each match. */
export interface RerankedBy {
  readonly model: string;
  /** e.g. `rerank/v1`. */
  readonly prompt: string;
  /** SHA-256 (hex) of the prompt file. */
  readonly prompt_sha256: string;
}

export interface Reranking {
  /** Every candidate once, best first. */
  readonly passageIds: readonly number[];
  /** Null: the given order stands. */
  readonly by: RerankedBy | null;
}

/**
 * Lets a language model grade the first 10 candidates from 0 to 3 and orders those by grade, equal
 * grades as given; a candidate without a grade counts as 0. Only the order comes from the model. On any
 * failure (endpoint, refusal, an answer that does not fit, an id that was not asked about or twice) the
 * given order stands and the log says so. @throws only what `signal` was aborted with.
 */
export async function rerank(
  { chat, prompt }: Reranker,
  query: string,
  candidates: readonly RerankCandidate[],
  options: { log: Log; signal?: AbortSignal | undefined },
): Promise<Reranking> {
  const given = candidates.map((candidate) => candidate.passageId);
  const asked = candidates.slice(0, mostReranked);
  if (asked.length < 2 || query.trim() === '') return { passageIds: given, by: null };
  const by: RerankedBy = {
    model: chat.info.name,
    prompt: `${prompt.task}/v${prompt.version}`,
    prompt_sha256: prompt.sha256,
  };
  try {
    // Random per call, so that no text can name a passage.
    const passageOf = new Map(asked.map(({ passageId }) => [randomId(), passageId]));
    const ids = [...passageOf.keys()];
    const { grades } = await chat.complete({
      system: prompt.system,
      user: JSON.stringify({
        query: shown(query),
        passages: asked.map(({ text }, index) => ({ id: ids[index], text: shown(text) })),
      }),
      schema: Grades,
      schemaName: rerankTask.schemaName,
      maxTokens,
      signal: options.signal,
    });
    const gradeOf = new Map(grades.map(({ id, grade }) => [passageOf.get(id), grade]));
    if (gradeOf.has(undefined) || gradeOf.size !== grades.length) {
      throw new UpstreamError('chat endpoint: the answer grades what was not asked about');
    }
    if (gradeOf.size === 0) throw new UpstreamError('chat endpoint: the answer is empty');
    const order = asked
      .map(({ passageId }) => passageId)
      .toSorted((a, b) => (gradeOf.get(b) ?? 0) - (gradeOf.get(a) ?? 0));
    return { passageIds: [...order, ...given.slice(mostReranked)], by };
  } catch (error) {
    options.signal?.throwIfAborted();
    // Only our own messages are known to hold no text.
    const reason = error instanceof AppError ? error.message : 'unexpected error';
    options.log.warn({ ...by, reason }, 'candidates were not reranked: the given order stands');
    return { passageIds: given, by: null };
  }
}

function shown(text: string): string {
  return sliceCodePoints(text.replace(invisible, ''), 0, longestText);
}

/** 40 random bits in hex: short enough for a model to copy without a slip. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
