const telexLetters: Readonly<Record<string, string>> = {
  â: 'aa',
  ă: 'aw',
  ê: 'ee',
  ô: 'oo',
  ơ: 'ow',
  ư: 'uw',
  đ: 'dd',
};
const telexTones: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};
const share = 0.3;

/** About three words in ten as the Telex keys that make them, the input method being off: "việt" → "vieejt". */
export function telexRemnants(text: string, random: () => number): string {
  return text
    .normalize('NFC')
    .replace(/[\p{L}\p{M}]+/gu, (word) => (random() < share ? telexKeys(word) : word));
}

/** The keys of one word, each tone after the letter that bears it. */
export function telexKeys(word: string): string {
  return Array.from(word.normalize('NFC'), (letter) => {
    const marks = Array.from(letter.normalize('NFD'));
    const tone = marks.find((one) => one in telexTones);
    const bare = marks
      .filter((one) => one !== tone)
      .join('')
      .normalize('NFC');
    const typed = telexLetters[bare.toLowerCase()] ?? bare;
    const key = tone === undefined ? '' : (telexTones[tone] ?? '');
    return (bare === bare.toLowerCase() ? typed : capitalised(typed)) + key;
  }).join('');
}

function capitalised(typed: string): string {
  return typed.charAt(0).toUpperCase() + typed.slice(1);
}

/** Two neighbouring letters inside about three words in ten of four letters or more change places. */
export function swappedLetters(text: string, random: () => number): string {
  return text.normalize('NFC').replace(/\p{L}{4,}/gu, (word) => {
    if (random() >= share) return word;
    const letters = Array.from(word);
    const at = 1 + Math.floor(random() * (letters.length - 2));
    const [first = '', second = ''] = letters.splice(at, 2);
    letters.splice(at, 0, second, first);
    return letters.join('');
  });
}

/** About three words in ten with their last vowel held down: "quá" → "quááá". */
export function stretchedLetters(text: string, random: () => number): string {
  return text.normalize('NFC').replace(/\p{L}+/gu, (word) => {
    if (random() >= share) return word;
    const letters = Array.from(word);
    const at = letters.findLastIndex((letter) => /[aeiouy]/iu.test(letter.normalize('NFD')));
    if (at < 0) return word;
    return letters
      .toSpliced(at, 1, (letters[at] ?? '').repeat(3 + Math.floor(random() * 3)))
      .join('');
  });
}
