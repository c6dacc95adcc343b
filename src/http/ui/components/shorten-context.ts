/** Inside the context they would push the passage off the screen; beside the passage they set it apart. */
const blankLines = /(?<=\S)\s*\n\s*\n\s*(?=\S)/gu;

/** Text before a passage without blank lines and the word it was cut in; whole when it starts its document. */
export function shortenBefore(context: string, isWhole: boolean): string {
  const text = context.replace(blankLines, '\n');
  if (isWhole) return text;
  const space = text.search(/\s/u);
  return `… ${space < 0 ? text : text.slice(space).trimStart()}`;
}

/** Text after a passage without blank lines and the word it was cut in; whole when it ends its document. */
export function shortenAfter(context: string, isWhole: boolean): string {
  const text = context.replace(blankLines, '\n');
  if (isWhole) return text;
  const cut = text.replace(/\S*$/u, '');
  return `${cut.trim() === '' ? text : cut.trimEnd()} …`;
}
