import { fold } from '#language/fold.ts';

/**
 * What is indexed and embedded for a passage: its document's title and headings, then its own text.
 * A passage out of the middle of a law does not say which law it is; a heading already in the text is
 * not repeated.
 */
export function searchText(title: string, headingPath: readonly string[], text: string): string {
  const folded = fold(text);
  const context = [title, ...headingPath].filter((part) => !folded.includes(fold(part)));
  return context.length === 0 ? text : `${context.join(' › ')}\n${text}`;
}
