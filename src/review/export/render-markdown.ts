import { answerWords } from './answer-words.ts';
import type { ApprovedAnswer, ExportedSentence } from './approved-answer.ts';
import { type NumberedSource, numberSources } from './number-sources.ts';

/**
 * An approved answer as Markdown: headline, one paragraph per sentence, numbered sources, each quote said
 * to be a fact or whose stance it is. Pure.
 */
export function renderMarkdown(answer: ApprovedAnswer): string {
  const word = answerWords(answer.language);
  const { sources, numbersOf } = numberSources(answer);
  const write = (sentence: ExportedSentence): string => {
    const numbers = numbersOf(sentence).map((number) => `[${number}]`);
    return `${escape(sentence.text)} ${numbers.join('')}`.trim();
  };
  return [
    `# ${write(answer.headline)}`,
    ...answer.sentences.map(write),
    `## ${word.sources}`,
    sources.map((source, index) => `${index + 1}. ${writeSource(source)}`).join('\n'),
    '---',
    `${word.approved}: ${escape(answer.reviewers.join(', '))}, ${answer.approvedAt}  \n${word.hash}: \`${answer.contentSha256}\``,
    '',
  ].join('\n\n');
}

function writeSource({ label, place, quote, url }: NumberedSource): string {
  const said = label === null ? '' : `**${escape(label)}** · `;
  const address = url === null ? '' : ` ${escape(url)}`;
  return `${said}${escape(place)}: “${escape(quote)}”${address}`;
}

/**
 * Text is shown as written: characters Markdown would read as markup are escaped, and a line cannot begin
 * a list or a heading.
 */
function escape(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/[\\`*_[\]<>#|~&]/g, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
    .replace(/^([-+=])/, String.raw`\$1`);
}
