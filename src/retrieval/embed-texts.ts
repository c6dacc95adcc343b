import type { Embedder, EmbeddingKind } from '#ai/ports.ts';
import { centre, meanOf } from './centre.ts';

export interface TextInLanguage {
  readonly text: string;
  /** ISO 639-1, or `und` when it is not known. */
  readonly language: string;
}

/** The vectors that are stored and searched with, in the order given: the embedder's, centred by language. */
export async function embedTexts(
  embedder: Embedder,
  texts: readonly TextInLanguage[],
  kind: EmbeddingKind,
  options: { signal?: AbortSignal } = {},
): Promise<Float32Array[]> {
  const { centroids } = embedder.info;
  const vectors = await embedder.embed(
    texts.map(({ text }) => text),
    kind,
    options,
  );
  return vectors.map((vector, index) =>
    centre(vector, meanOf(centroids, texts[index]?.language ?? 'und')),
  );
}
