import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { answerWords } from './answer-words.ts';
import type { ApprovedAnswer, ExportedSentence } from './approved-answer.ts';
import { type NumberedSource, numberSources } from './number-sources.ts';

export type RenderDocx = (answer: ApprovedAnswer) => Promise<Uint8Array<ArrayBuffer>>;

/** Named in Vietnamese rules of official correspondence; where it is missing, its metric twin stands in. */
const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' };
/** Of Chinese text, for which that font has no letters. */
const eastAsia = 'SimSun';
const regions: Readonly<Record<string, string>> = {
  vi: 'vi-VN',
  en: 'en-GB',
  fr: 'fr-FR',
  ru: 'ru-RU',
  zh: 'zh-CN',
};
/** Half-points. */
const size = { text: 26, first: 32, second: 28, small: 20 };
const list = 'sources';

/**
 * An approved answer as a Word document: headline, a paragraph per sentence, numbered sources with their
 * labels, who approved it and its hash. Its properties name no person. Not for Workers: see `src/http/env.ts`.
 */
export async function renderDocx(answer: ApprovedAnswer): Promise<Uint8Array<ArrayBuffer>> {
  const word = answerWords(answer.language);
  const { sources, numbersOf } = numberSources(answer);
  const product = 'Đối Chứng';
  const document = new Document({
    title: answer.headline.text,
    creator: product,
    lastModifiedBy: product,
    description: `sha256:${answer.contentSha256}`,
    styles: {
      default: {
        document: {
          run: {
            font: { ...font, eastAsia },
            size: size.text,
            language: languageOf(answer.language),
          },
          paragraph: { spacing: { after: 160, line: 300 } },
        },
        heading1: { run: { size: size.first, bold: true } },
        heading2: { run: { size: size.second, bold: true } },
      },
    },
    numbering: {
      config: [
        {
          reference: list,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 480, hanging: 480 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          heading(HeadingLevel.HEADING_1, sentenceRuns(answer.headline, numbersOf)),
          ...answer.sentences.map(
            (sentence) => new Paragraph({ children: sentenceRuns(sentence, numbersOf) }),
          ),
          heading(HeadingLevel.HEADING_2, [new TextRun(word.sources)]),
          ...sources.map(sourceParagraph),
          heading(HeadingLevel.HEADING_2, [new TextRun(word.approved)]),
          new Paragraph(`${word.by}: ${answer.reviewers.join(', ')}, ${answer.approvedAt}`),
          new Paragraph({
            children: [
              new TextRun({ text: `${word.hash}: ${answer.contentSha256}`, size: size.small }),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function languageOf(language: string): { value: string; eastAsia?: string } {
  const value = regions[language] ?? language;
  return language === 'zh' ? { value, eastAsia: value } : { value };
}

function heading(
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel],
  children: ParagraphChild[],
): Paragraph {
  return new Paragraph({ heading: level, children });
}

function sentenceRuns(
  sentence: ExportedSentence,
  numbersOf: (sentence: ExportedSentence) => readonly number[],
): TextRun[] {
  const numbers = numbersOf(sentence).map((number) => `[${number}]`);
  return [
    // The claim that is wrong looks unlike what is right.
    new TextRun({ text: sentence.text, italics: sentence.role === 'MYTH' }),
    ...(numbers.length === 0 ? [] : [new TextRun(` ${numbers.join('')}`)]),
  ];
}

function sourceParagraph({ label, place, quote, url }: NumberedSource): Paragraph {
  const link =
    url === null || !/^https?:/.test(url)
      ? []
      : [new TextRun(' '), new ExternalHyperlink({ link: url, children: [new TextRun(url)] })];
  return new Paragraph({
    numbering: { reference: list, level: 0 },
    children: [
      ...(label === null ? [] : [new TextRun({ text: `${label} · `, bold: true })]),
      new TextRun(`${place}: “${quote}”`),
      ...link,
    ],
  });
}
