type Script = 'latin' | 'zh' | 'ja' | 'ko' | 'th' | 'lo' | 'km' | 'my' | 'ru' | 'ar' | 'other';

export interface ScriptCounts {
  /** Letters counted, in code points. */
  readonly letters: number;
  /** The leading script and its letters; Han counts as `ja` when kana stand beside it. */
  readonly top: readonly [Script, number];
}

const SCRIPTS: ReadonlyArray<readonly [Exclude<Script, 'other'> | 'kana', RegExp]> = [
  ['latin', /\p{Script=Latin}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
];
const ALL_LETTERS = /[\p{L}\p{M}]/gu;
// A Han character carries about as much text as three letters.
const HAN_WEIGHT = 3;
// Letters that Russian or Arabic never use: Ukrainian, Serbian…; Persian, Urdu…
const NOT_RUSSIAN = /[іїєґўјљњћђџқңөүұһ]/iu;
const NOT_ARABIC = /[پچژگکیٹڈڑں]/u;

/** Counts letters by script; languages of the same script that we do not support are `other`. */
export function countScripts(text: string): ScriptCounts {
  const counts = new Map<Script, number>();
  let kana = 0;
  let known = 0;
  for (const [script, pattern] of SCRIPTS) {
    const count = text.match(pattern)?.length ?? 0;
    known += count;
    if (script === 'kana') kana = count;
    else counts.set(script, script === 'zh' ? count * HAN_WEIGHT : count);
  }
  const han = counts.get('zh') ?? 0;
  if (kana > 0 && kana * 8 >= han / HAN_WEIGHT) {
    counts.set('ja', han + kana);
    counts.set('zh', 0);
  }
  if (NOT_RUSSIAN.test(text)) move(counts, 'ru');
  if (NOT_ARABIC.test(text)) move(counts, 'ar');
  const unknown = (text.match(ALL_LETTERS)?.length ?? 0) - known;
  counts.set('other', (counts.get('other') ?? 0) + Math.max(0, unknown));
  let top: readonly [Script, number] = ['other', 0];
  let letters = 0;
  for (const entry of counts) {
    letters += entry[1];
    if (entry[1] > top[1]) top = entry;
  }
  return { letters, top };
}

function move(counts: Map<Script, number>, script: Script): void {
  counts.set('other', (counts.get('other') ?? 0) + (counts.get(script) ?? 0));
  counts.set(script, 0);
}
