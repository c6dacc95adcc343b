/** Text before a passage without the word it was cut in; whole when it starts its document. */
export function shortenBefore(text: string, isWhole: boolean): string {
  if (isWhole) return text;
  const space = text.search(/\s/u);
  return `… ${space < 0 ? text : text.slice(space).trimStart()}`;
}

/** Text after a passage without the word it was cut in; whole when it ends its document. */
export function shortenAfter(text: string, isWhole: boolean): string {
  if (isWhole) return text;
  const cut = text.replace(/\S*$/u, '');
  return `${cut.trim() === '' ? text : cut.trimEnd()} …`;
}
