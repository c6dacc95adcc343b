import type { ApprovedAnswer } from './export-approval.ts';

const words = {
  vi: { sources: 'Nguồn', approved: 'Phê duyệt', hash: 'Mã băm nội dung', since: 'có hiệu lực từ' },
  en: { sources: 'Sources', approved: 'Approved', hash: 'Content hash', since: 'in force since' },
} as const;

/** An approved answer as Markdown: headline, one paragraph per sentence, numbered sources. Pure. */
export function renderMarkdown(answer: ApprovedAnswer): string {
  const word = answer.language === 'en' ? words.en : words.vi;
  const sources: string[] = [];
  const cite = (sentence: ApprovedAnswer['headline']): string =>
    sentence.citations
      .map((citation) => {
        const place = [citation.issuer, citation.document, citation.number, ...citation.place]
          .filter((part) => part !== null)
          .join(', ');
        const source = `${place} (${word.since} ${citation.validFrom}): “${citation.quote}”`;
        if (!sources.includes(source)) sources.push(source);
        return `[${sources.indexOf(source) + 1}]`;
      })
      .join('');
  const headline = `# ${escape(answer.headline.text)} ${cite(answer.headline)}`;
  const body = answer.sentences.map((sentence) =>
    `${escape(sentence.text)} ${cite(sentence)}`.trim(),
  );
  return [
    headline,
    ...body,
    `## ${word.sources}`,
    sources.map((source, index) => `${index + 1}. ${escape(source)}`).join('\n'),
    '---',
    `${word.approved}: ${answer.reviewers.join(', ')}, ${answer.approvedAt}  \n${word.hash}: \`${answer.contentSha256}\``,
    '',
  ].join('\n\n');
}

/** Text is shown as written: characters Markdown would read as markup are escaped. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, String.raw`\$&`);
}
