import { seededRandom } from './random.ts';

export const dimensions = 384;
const topics = 400;
const passagesPerDocument = 10;
const wordsPerPassage = 110;
const wordsPerQuery = 24;
/** Where the eigenvalues of the bundled model's centred vectors fall: as the rank to this power (mlqa). */
const spectrumExponent = 0.72;
/** A claim's best passage has this cosine on average, as with the bundled model. */
const queryCosine = 0.6;

export interface SyntheticDocument {
  readonly language: 'vi' | 'en';
  /** Selects this document among 1, 10, 100 and 1,000: a filter of known selectivity. */
  readonly topics: readonly string[];
  readonly passages: readonly SyntheticText[];
}

export interface SyntheticText {
  readonly text: string;
  readonly vector: Float32Array;
}

/** Documents in order, and queries about passages of theirs; the same seed gives the same. */
export interface SearchCorpus {
  documents(): Iterable<SyntheticDocument>;
  queries(count: number): SyntheticText[];
}

/**
 * Passages of about 110 words out of invented Vietnamese-looking syllables and English-looking words,
 * which occur as often as their rank allows (Zipf), a third of them from the words of one of 400 topics.
 * Vectors: topic, document and passage add up, each with the spectrum of real vectors, so that the
 * nearest neighbours are as hard to find as in a real corpus. A query is a fifth of a passage's words,
 * half replaced by others, and its vector with noise.
 */
export function searchCorpus(passages: number, seed: number): SearchCorpus {
  const words = { vi: vietnameseWords(seed), en: englishWords(seed) };
  const centres = Array.from({ length: topics }, (_, topic) => noise(seededRandom(seed + topic)));
  const document = (index: number): SyntheticDocument => {
    const random = seededRandom(seed * 1_000_003 + index);
    const language = random() < 0.6 ? 'vi' : 'en';
    const topic = Math.floor(random() * topics);
    const own = noise(random);
    const count = Math.min(passagesPerDocument, passages - index * passagesPerDocument);
    return {
      language,
      topics: ['all', ...[10, 100, 1000].filter((n) => index % n === 3).map((n) => `one-in-${n}`)],
      passages: Array.from({ length: count }, () => ({
        text: makeText(words[language], topic, wordsPerPassage, random),
        vector: normalised(sum([centres[topic] as Float32Array, own, noise(random)])),
      })),
    };
  };
  const total = Math.ceil(passages / passagesPerDocument);
  return {
    *documents() {
      for (let index = 0; index < total; index += 1) yield document(index);
    },
    queries(count) {
      const random = seededRandom(seed + 77);
      return Array.from({ length: count }, () => {
        const { language, passages: all } = document(Math.floor(random() * total));
        const about = all[Math.floor(random() * all.length)] as SyntheticText;
        return {
          text: askAbout(about.text, words[language], random),
          vector: near(about.vector, random),
        };
      });
    },
  };
}

function makeText(
  words: readonly string[],
  topic: number,
  count: number,
  random: () => number,
): string {
  let text = '';
  for (let index = 0; index < count;) {
    const rank = zipf(words.length, random);
    // A topic's own words: the same law over the list turned by a step of its own.
    const at = random() < 0.33 ? (rank * 7 + topic * 131 + 400) % words.length : rank;
    const word = words[at] as string;
    text += index === 0 ? word : ` ${word}`;
    index += word.includes(' ') ? 2 : 1;
    if (random() < 0.06) text += '.';
  }
  return text;
}

function askAbout(text: string, words: readonly string[], random: () => number): string {
  const from = text.split(' ');
  const start = Math.floor(random() * Math.max(1, from.length - wordsPerQuery));
  return from
    .slice(start, start + wordsPerQuery)
    .map((word) => (random() < 0.5 ? word : (words[zipf(words.length, random)] as string)))
    .join(' ');
}

/** A rank by Zipf's law with exponent one: its logarithm is uniform. */
function zipf(size: number, random: () => number): number {
  return Math.min(size - 1, Math.floor(Math.exp(random() * Math.log(size + 1))) - 1);
}

function vietnameseWords(seed: number): string[] {
  const onsets = 'b c ch d đ g h kh l m n ng nh ph qu s t th tr v x'.split(' ');
  const rimes =
    'a ai an ang anh ao ap at au ay âm ân âu ê em en eo i ia iên iêt in inh o oa oai oan oc oi om on ong ô ôi ôn ông ơ ơi ơn u ua uc ui un ung ư ưa ưng ươi ương y'.split(
      ' ',
    );
  const random = seededRandom(seed + 11);
  const syllable = (): string => `${pick(onsets, random)}${pick(rimes, random)}`;
  return distinct(20_000, () => (random() < 0.3 ? syllable() : `${syllable()} ${syllable()}`));
}

function englishWords(seed: number): string[] {
  const parts =
    'al ber con der est for gra hol ist jun ker lam mor nes ort ple qui ros str ter und ver wil yst'.split(
      ' ',
    );
  const endings = ['ing', 'ed', 'tion', 's', 'er', 'ment', 'ly', ''];
  const random = seededRandom(seed + 13);
  return distinct(
    30_000,
    () =>
      Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(parts, random)).join('') +
      pick(endings, random),
  );
}

function distinct(count: number, make: () => string): string[] {
  const found = new Set<string>();
  while (found.size < count) found.add(make());
  return [...found];
}

function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] as string;
}

/** Normally distributed numbers whose variance falls with the dimension. */
function noise(random: () => number): Float32Array {
  return Float32Array.from({ length: dimensions }, (_, index) => {
    const gaussian = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return gaussian * (index + 1) ** (-spectrumExponent / 2);
  });
}

function sum(vectors: readonly Float32Array[]): Float32Array {
  return Float32Array.from({ length: dimensions }, (_, index) =>
    vectors.reduce((total, vector) => total + (vector[index] ?? 0), 0),
  );
}

function near(vector: Float32Array, random: () => number): Float32Array {
  const off = normalised(noise(random));
  const weight = Math.sqrt(1 / queryCosine ** 2 - 1);
  return normalised(vector.map((value, index) => value + weight * (off[index] ?? 0)));
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
