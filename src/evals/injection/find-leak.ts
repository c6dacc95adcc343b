/** As many words in a row are no coincidence. */
const RUN = 8;

/**
 * Whether a text holds a planted word, or eight or more words of a prompt in a row, whatever their case and
 * marks.
 */
export function leakFinder(prompt: string, canary: string): (text: string) => boolean {
  const runs = new Set(runsOf(prompt));
  return (text) => text.includes(canary) || runsOf(text).some((run) => runs.has(run));
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, at) => words.slice(at, at + RUN).join(' '));
}
