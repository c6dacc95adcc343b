import { fold } from '#language/fold.ts';

import { MARKERS, type MarkerGroup } from './checkability-markers.ts';

export interface MarkerHit {
  readonly kind: MarkerGroup['kind'];
  readonly weak: boolean;
  /** The phrase as listed, without its sign. */
  readonly phrase: string;
}

interface Marker extends MarkerHit {
  readonly place: MarkerGroup['place'];
  readonly rank: number;
  readonly words: readonly string[];
  readonly folded: readonly string[];
  readonly exact: boolean;
  readonly language: MarkerGroup['language'];
}

const TEENCODE: Readonly<Record<string, string>> = {
  k: 'không',
  ko: 'không',
  kg: 'không',
  hok: 'không',
  hong: 'không',
  hông: 'không',
  khum: 'không',
  hem: 'không',
  dc: 'được',
  đc: 'được',
  dk: 'được',
  đk: 'được',
  ng: 'người',
  ngta: 'người ta',
  mn: 'mọi người',
  mng: 'mọi người',
  t: 'tôi',
  mk: 'mình',
  mik: 'mình',
  e: 'em',
  m: 'mày',
  j: 'gì',
  z: 'vậy',
  zậy: 'vậy',
  r: 'rồi',
  vs: 'với',
  cx: 'cũng',
  bt: 'biết',
  bik: 'biết',
  s: 'sao',
  nhiu: 'nhiêu',
  wa: 'quá',
  wá: 'quá',
  qá: 'quá',
  thik: 'thích',
  thui: 'thôi',
  thoai: 'thôi',
  lun: 'luôn',
  chs: 'chả hiểu sao',
  ny: 'người yêu',
  đag: 'đang',
  trc: 'trước',
  ntn: 'thế nào',
};
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?|[=:][)\]vD]+|\p{Extended_Pictographic}/gu;
// Both placements of the tone mark are current: hòa, hoà.
const TONE_PLACES = 'òaoà óaoá ỏaoả õaoã ọaoạ òeoè óeoé ỏeoẻ õeoẽ ọeoẹ ùyuỳ úyuý ủyuỷ ũyuỹ ụyuỵ'
  .split(' ')
  .map((pair) => [pair.slice(0, 2), pair.slice(2)] as const);

// "Mẹ tôi tin …" is what somebody else holds: hearsay, no opinion of the writer's.
const SPEAKERS = new Set(['tôi', 'mình', 'em']);
const KIN = new Set(
  'vợ chồng mẹ má bố ba cha ông bà anh chị cô dì chú bác cậu bạn thầy'.split(' '),
);

const BY_FIRST_WORD = indexMarkers();

const LAUGHTER: ReadonlyArray<readonly [RegExp, string]> = [
  [/^[=:][)\]D]+$/u, ':))'],
  [/^(?:ha|hi|he|hô|hê|ka|á há){2,}h?$|^k{3,}$/u, 'haha'],
];

/** What someone is quoted as saying is part of the report, not the manner of the claim. */
export function withoutQuotes(text: string): string {
  const rest = text.replace(/"[^"\n]{8,}"|“[^”\n]{8,}”|«[^»\n]{8,}»/gu, ' … ');
  return (rest.match(/\p{L}+/gu)?.length ?? 0) >= 3 ? rest : text;
}

/** Words of a claim as the markers are compared with them; chat spellings are written out for `vi`. */
export function markerTokens(text: string, language: string): string[] {
  const chat = language === 'vi' || language === 'und';
  return Array.from(text.toLowerCase().matchAll(TOKEN), ([raw]) => raw.replace('’', "'")).flatMap(
    (word) => ((chat ? TEENCODE[word] : undefined) ?? laughter(word)).split(' ').map(placeTone),
  );
}

/** Markers in the claim, strong before weak, then in order of precedence. */
export function matchMarkers(tokens: readonly string[], language: string): MarkerHit[] {
  const hits: Marker[] = [];
  const bare = language === 'vi' && tokens.every((token) => token === fold(token));
  tokens.forEach((token, position) => {
    for (const marker of BY_FIRST_WORD.get(fold(token)) ?? []) {
      if (!speaks(marker, language) || (bare && marker.exact && marker.language === 'vi')) continue;
      if (marker.place === 'start' && position > 0) continue;
      if (SPEAKERS.has(marker.words[0] ?? '') && KIN.has(tokens[position - 1] ?? '')) continue;
      if (marker.place === 'end' && position + marker.words.length !== tokens.length) continue;
      if (marker.words.every((_, rank) => matches(tokens[position + rank], marker, rank))) {
        hits.push(marker);
      }
    }
  });
  return hits.toSorted((a, b) => Number(a.weak) - Number(b.weak) || a.rank - b.rank);
}

function speaks(marker: Marker, language: string): boolean {
  if (marker.language === 'any' || language === 'und') return true;
  return (marker.language === 'vi') === (language === 'vi');
}

function laughter(word: string): string {
  return LAUGHTER.find(([pattern]) => pattern.test(word))?.[1] ?? word;
}

function matches(token: string | undefined, marker: Marker, rank: number): boolean {
  if (token === undefined) return false;
  if (token === marker.words[rank]) return true;
  return !marker.exact && token === marker.folded[rank];
}

function indexMarkers(): Map<string, Marker[]> {
  const index = new Map<string, Marker[]>();
  MARKERS.forEach(({ language, kind, place, weak, phrases }, rank) => {
    for (const listed of phrases.split('|').map((phrase) => phrase.trim())) {
      const sign = /^[=+](?=\p{L})/u.exec(listed)?.[0];
      const phrase = sign === undefined ? listed : listed.slice(1);
      const exact = sign === '=' || (weak && sign !== '+' && !phrase.includes(' '));
      const words = (phrase.match(TOKEN) ?? [phrase]).map(placeTone);
      const folded = words.map(fold);
      const marker = { language, kind, place, weak, rank, phrase, words, folded, exact };
      const first = folded[0] ?? phrase;
      index.set(first, [...(index.get(first) ?? []), marker]);
    }
  });
  return index;
}

function placeTone(word: string): string {
  const old = TONE_PLACES.find(([ending]) => word.endsWith(ending));
  // The u of "quý" belongs to the onset, where both placements already agree.
  return old === undefined ? word : word.slice(0, -2) + old[1];
}
