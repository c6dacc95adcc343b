/** The marks of a syllable by letter: tone, vowel mark, the stroke of đ. */
function marksByLetter(syllable: string): string[] {
  return [...syllable].map((letter) => {
    if (letter === 'đ') return 'đ';
    return letter.normalize('NFD').slice(1);
  });
}

/**
 * How many marks have to be added to `typed` to make it `form`, another syllable of the same letters;
 * null when a mark of `typed` is not in `form`.
 */
export function marksToAdd(typed: string, form: string): number | null {
  const wanted = marksByLetter(form);
  let missing = 0;
  for (const [index, has] of marksByLetter(typed).entries()) {
    const wants = wanted[index] ?? '';
    if (![...has].every((mark) => wants.includes(mark))) return null;
    missing += wants.length - has.length;
  }
  return missing;
}

export function countMarks(syllable: string): number {
  return marksByLetter(syllable).join('').length;
}
