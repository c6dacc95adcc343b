const FENCE = /^\s{0,3}(?:`{3,}|~{3,})/;
const SETEXT = /^\s{0,3}(=+|-+)\s*$/;
const RULE = /^\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;
const TABLE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const LINK_DEFINITION = /^\s{0,3}\[[^\]\n]+\]:\s+\S+/;
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!|<>~])/g;

/** A line of Markdown without its markup, and the line of the source it began on, from 1. */
export interface MarkdownLine {
  readonly text: string;
  readonly line: number;
}

/** The lines of `markdownToText`, blank ones too. */
export function markdownLines(markdown: string): MarkdownLine[] {
  const out: MarkdownLine[] = [];
  let fenced = false;
  let number = 0;
  // Breaks within a comment step aside: its line goes on behind it, and counting goes on too.
  const breaksOnly = (comment: string): string =>
    comment.replace(/[^\n]/g, '').replaceAll('\n', '\u0001');
  const lines = markdown.replace(/<!--[\s\S]*?-->/g, breaksOnly).split('\n');
  for (const marked of lines) {
    number += 1;
    const at = number;
    const line = marked.replaceAll('\u0001', '');
    number += marked.length - line.length;
    if (FENCE.test(line)) {
      fenced = !fenced;
      continue;
    }
    if (fenced) {
      out.push({ text: line, line: at });
      continue;
    }
    const setext = SETEXT.exec(line);
    const above = out.at(-1);
    if (setext !== null && above !== undefined && isParagraph(above.text)) {
      const marks = setext[1]?.startsWith('=') === true ? '#' : '##';
      out[out.length - 1] = { text: `${marks} ${above.text.trim()}`, line: above.line };
      continue;
    }
    if (RULE.test(line) || LINK_DEFINITION.test(line)) continue;
    if (TABLE_RULE.test(line) && line.includes('|')) continue;
    out.push({ text: plainLine(line), line: at });
  }
  return out;
}

/**
 * Markdown without its markup, line for line. Headings keep one run of `#` (chunking reads the level
 * from it), list items a `-` or their number, table cells are parted by ` | `; emphasis, links,
 * quote marks, fences, rules and HTML tags go, their text stays.
 */
export function markdownToText(markdown: string): string {
  return markdownLines(markdown)
    .map(({ text }) => text)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function isParagraph(line: string): boolean {
  return line.trim() !== '' && !/^(?:#|- |\d+\. )/.test(line);
}

function plainLine(line: string): string {
  const unquoted = line.replace(/^(?:\s{0,3}>\s?)+/, '');
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(unquoted);
  if (heading !== null) return `${heading[1] ?? '#'} ${inlineText(heading[2] ?? '')}`;
  const item = /^(\s*)[*+-]\s+(?:\[[ xX]\]\s+)?(.*)$/.exec(unquoted);
  if (item !== null) return `- ${inlineText(item[2] ?? '')}`;
  if (/^\s*\|.*\|\s*$/.test(unquoted)) {
    const cells = unquoted
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/);
    return cells.map((cell) => inlineText(cell.trim())).join(' | ');
  }
  return inlineText(unquoted).trim();
}

function inlineText(text: string): string {
  const kept: string[] = [];
  // Escaped characters step aside, so that what they protect is not taken for markup.
  const safe = text.replace(ESCAPED, (_, char: string) => `\u0000${kept.push(char) - 1}\u0000`);
  const plain = safe
    .replace(/!?\[([^\][\n]{0,1000})\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/!?\[([^\][\n]{1,1000})\]\[[^\][\n]{0,200}\]/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>\n]{0,1000}>/g, '')
    .replace(/(`{1,3})([^`\n]+)\1/g, '$2')
    .replace(/(\*{1,3})(?=\S)([^*\n]*[^*\s])\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]*[^_\s])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/~~(?=\S)([^~\n]+)~~/g, '$1')
    .replace(/(?: {2,}|\\)$/, '');
  return plain.replace(/\u0000(\d+)\u0000/g, (_, rank: string) => kept[Number(rank)] ?? '');
}
