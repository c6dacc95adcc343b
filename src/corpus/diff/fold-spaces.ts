const UNFOLDED = /[^\S ]|  /u;

/** A text with every run of white space as one space, none at its ends. */
export function foldSpaces(text: string): string {
  return (UNFOLDED.test(text) ? text.replace(/\s+/gu, ' ') : text).trim();
}
