/** Drops every Vietnamese diacritic, as people do who type without an input method: "Việt" → "Viet". */
export function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFC');
}

/** Drops the diacritics of about every second word. */
export function halfWithoutDiacritics(text: string, random: () => number): string {
  return text
    .normalize('NFC')
    .replace(/\S+/gu, (word) => (random() < 0.5 ? withoutDiacritics(word) : word));
}

/** Vowel pairs whose tone mark has two accepted places: on the first (old) or on the second letter. */
const openPairs = ['oa', 'oe', 'uy'];
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/u;
const toneMarks = new RegExp(toneMark, 'gu');

/** Moves the tone mark of open oa, oe, uy to its other accepted place: "hoà" → "hòa", "thúy" → "thuý". */
export function otherTonePlacement(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const marked = word.normalize('NFD');
    const bare = marked.replace(toneMarks, '');
    const tone = toneMark.exec(marked)?.[0];
    const end = bare.toLowerCase();
    // "qu" is a consonant: the mark of "quý" has one place only.
    if (tone === undefined || end.endsWith('quy') || !openPairs.includes(end.slice(-2)))
      return word;
    const onFirst = !toneMark.test(marked.at(-1) ?? '');
    const moved = onFirst ? `${bare}${tone}` : `${bare.slice(0, -1)}${tone}${bare.slice(-1)}`;
    return moved.normalize('NFC');
  });
}
