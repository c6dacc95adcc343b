import { WORDINGS } from '../extractive/templates.ts';
import { alignedEnds } from './align-wording.ts';
import { neutralLanguages, neutralPhrases, type NeutralKind } from './neutral-words.ts';
import { type OwnToken, ownTokens } from './own-tokens.ts';
import type { QuoteSentence } from './quote-sentences.ts';

/** Stands in the wording for the cited quote of that number. */
export const PLACEHOLDER = 0xe000;

export interface Wording {
  /** Text with placeholders for marked quotes. */
  readonly text: string;
  /** For each citation the sentences of its quote, and whether the quote ends a sentence. */
  readonly quotes: ReadonlyArray<{
    readonly sentences: readonly QuoteSentence[];
    readonly ends: boolean;
  }>;
  /** What names the source: title, number, issuer, place; by its first word. */
  readonly names: ReadonlyMap<string, readonly Phrase[]>;
}

type Kind = NeutralKind | 'saying';
export interface Phrase {
  readonly keys: readonly string[];
  readonly kind: Kind;
}

const KINDS: readonly NeutralKind[] = ['joining', 'attributing', 'source'];
const NEUTRAL = neutralLanguages.flatMap((language) =>
  KINDS.flatMap((kind) =>
    neutralPhrases(language, kind).map((each) =>
      phraseOf(each, /(?:rằng|that)$/.test(each) ? 'saying' : kind),
    ),
  ),
);
const LEADS = Array.from(
  new Set(WORDINGS.flatMap(({ leads }) => Object.values<string>(leads))),
  (lead) => phraseOf(lead, 'attributing'),
);
const FIXED = byFirstWord([...NEUTRAL, ...LEADS]);

interface State {
  readonly at: number;
  readonly last: 'start' | 'mark' | 'neutral' | 'saying' | 'source' | 'said';
  /** In this statement: that it was said whose words follow. */
  readonly attributed: boolean;
  readonly sourced: boolean;
  /** Citation whose words this statement says in its own wording or as a quote; -1: none yet. */
  readonly says: number;
  readonly own: boolean;
  /** Bit set of citations used in the whole sentence. */
  readonly used: number;
}

const PAUSE = /^[,:()，：、（）"]$/u;
const STOP = /^[.;。；]$/u;

/**
 * Whether a sentence says nothing but what its quotes say. It is read as statements between full stops
 * and semicolons; each is made of fixed leads, neutral phrases, names of the source and either quotes or
 * the words of one clause of a quote in their order. A statement with both must take its words from that
 * quote. Every citation has to be used.
 */
export function isCarried({ text, quotes, names }: Wording): boolean {
  const own = ownTokens(text);
  const all = 2 ** quotes.length - 1;
  const seen = new Set<string>();
  const open: State[] = [
    { at: 0, last: 'start', attributed: false, sourced: false, says: -1, own: false, used: 0 },
  ];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const { at, used } = state;
    if (at >= own.length && used === all) return true;
    const key = Object.values(state).join();
    if (seen.has(key) || at >= own.length) continue;
    seen.add(key);
    open.push(...nextStates(state, own, names, quotes));
  }
  return false;
}

function nextStates(
  state: State,
  own: readonly OwnToken[],
  sources: ReadonlyMap<string, readonly Phrase[]>,
  quotes: Wording['quotes'],
): State[] {
  const { at, last } = state;
  const key = own[at]?.key ?? '';
  const next: State[] = [];
  if (STOP.test(key)) next.push(ended(state, at + 1));
  if (PAUSE.test(key)) next.push({ ...state, at: at + 1, last: 'mark' });
  const number = (key.codePointAt(0) ?? 0) - PLACEHOLDER;
  const quoted = quotes[number];
  if (quoted !== undefined) {
    const said = { ...state, at: at + 1, last: 'said' as const, says: number };
    const fits = !state.own || state.says === number;
    const used = state.used | (1 << number);
    if (fits) next.push(quoted.ends ? ended({ ...said, used }, at + 1) : { ...said, used });
    return next;
  }
  for (const { keys, kind } of matching(own, at, FIXED)) {
    const attributed = state.attributed || kind === 'attributing';
    const after = kind === 'saying' ? 'saying' : 'neutral';
    next.push({ ...state, at: at + keys.length, last: after, attributed });
  }
  for (const { keys } of matching(own, at, sources)) {
    next.push({ ...state, at: at + keys.length, last: 'source', sourced: true });
  }
  // "The Ministry of Health, the Ministry of Education bans …" would name a second subject.
  const colon = own[at - 1]?.key;
  const free = !state.sourced || state.attributed || colon === ':' || colon === '：';
  const begins = last === 'start' || last === 'saying' || (last === 'mark' && free);
  if (begins && !state.own && state.says < 0) {
    quotes.forEach(({ sentences }, index) => {
      const used = state.used | (1 << index);
      for (const sentence of sentences) {
        for (const end of alignedEnds(own, at, sentence)) {
          next.push({ ...state, at: end, last: 'said', says: index, own: true, used });
        }
      }
    });
  }
  return next;
}

/** The state after a statement. */
function ended({ used }: State, at: number): State {
  return { at, last: 'start', attributed: false, sourced: false, says: -1, own: false, used };
}

function matching(
  own: readonly OwnToken[],
  at: number,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
): Phrase[] {
  return (phrases.get(own[at]?.key ?? '') ?? []).filter(({ keys }) =>
    keys.every((key, index) => own[at + index]?.key === key),
  );
}

export function phraseOf(text: string, kind: Kind): Phrase {
  return { keys: ownTokens(text).map(({ key }) => key), kind };
}

export function byFirstWord(phrases: readonly Phrase[]): Map<string, Phrase[]> {
  return Map.groupBy(
    phrases.filter(({ keys }) => keys.length > 0),
    ({ keys }) => keys[0] ?? '',
  );
}
