import { draftAudiences, type DraftSentence, locateQuote, prepareDraft } from '#drafting/index.ts';
import { otherTonePlacement } from '../noise/diacritics.ts';
import type { PerturbTools } from '../perturb/change.ts';
import { CONTROLS } from '../perturb/controls.ts';
import {
  attributionOf,
  citationOf,
  type ControlCase,
  type ControlKind,
  opening,
  type Statement,
} from './gate-case.ts';

/** Reported beside the others: a gate that compares words must refuse them, a person may still write them. */
export const expectedRefused: ReadonlySet<ControlKind> = new Set(['synonym']);

const FRAMES = {
  vi: [
    'Theo {x}, “{q}”',
    '{x} nêu: “{q}”',
    '{x} nêu rõ: “{q}”',
    '{x} quy định: “{q}”',
    'Ngoài ra, theo {x}: “{q}”',
    'Cũng theo {x}: “{q}”',
    'Như vậy, theo {x}: “{q}”',
  ],
  en: [
    'According to {x}, “{q}”',
    '{x} states: “{q}”',
    '{x} says: “{q}”',
    'As {x} states, “{q}”',
    'In addition, according to {x}: “{q}”',
    'Also according to {x}: “{q}”',
    '{x} states that “{q}”',
  ],
};
const LOSS =
  /(?<![\p{L}\p{N}])(?:không|chưa|cấm|trái|trừ|nếu|chỉ|một số|nhưng|tuy|hoặc|not|no|never|nor|without|only|some|if|but|except|unless|provided|however|although|or|while)(?![\p{L}\p{N}])|\d/iu;

/** Sentences that say what the statement says, in the ways the product and its editors write them. */
export async function controlCases(
  statement: Statement,
  tools: PerturbTools,
): Promise<ControlCase[]> {
  return [
    ...(await extractiveCases(statement)),
    ...spellingCases(statement),
    ...clauseCases(statement),
    ...framedCases(statement),
    ...twoQuoteCases(statement),
    ...synonymCases(statement, tools),
  ];
}

/** What the extractive drafter writes for each audience, kept by the gate or not. */
async function extractiveCases(statement: Statement): Promise<ControlCase[]> {
  const { source, quote, language, evidence } = statement;
  const claim = { text: quote.text, language, checkable: true };
  const cases: ControlCase[] = [];
  for (const audience of draftAudiences) {
    const form = { language, audience, length: 'statement' } as const;
    const draft = await prepareDraft({
      claim,
      ...evidence,
      sources: [source],
      untranslated: new Set<string>(),
      ...form,
    });
    const written =
      draft === null
        ? [null]
        : [draft.headline, ...draft.sentences, ...draft.gate.dropped.map((one) => one.sentence)];
    const cited = written.filter((one) => one === null || one.citations.length > 0);
    cases.push(
      ...cited.map((one, index) => control(statement, 'verbatim', `${audience}/${index}`, one)),
    );
  }
  return cases;
}

/** The same quote as somebody's keyboard or word processor spells it, located in the passage. */
function spellingCases(statement: Statement): ControlCase[] {
  const { source, quote } = statement;
  const spellings: ReadonlyArray<readonly [string, string]> = [
    ['nfd', quote.text.normalize('NFD')],
    ['tone_placement', otherTonePlacement(quote.text)],
    ['whitespace', quote.text.replace(/ /gu, '\u00a0 ').replace(/,\s/gu, ',\n')],
    ['quote_marks', quote.text.replace(/["“”]/gu, '«').replace(/['’]/gu, '‘')],
  ];
  return spellings
    .filter(([variant, text]) => variant === 'nfd' || text !== quote.text)
    .map(([variant, text]) => {
      const found = locateQuote(source, text);
      const sentence = found === null ? null : quoting(statement, `“${found.quote}”`, [found]);
      return control(statement, 'spelling', variant, sentence);
    });
}

/** The opening clause where what follows it holds no number, negation or limit: as a quote and beside it. */
function clauseCases(statement: Statement): ControlCase[] {
  const { source, quote } = statement;
  const at = /(?:;|, (?:và|and)) /u.exec(quote.text)?.index ?? -1;
  const head = quote.text.slice(0, Math.max(0, at));
  if (head.split(' ').length < 6 || LOSS.test(quote.text.slice(at))) return [];
  const clause = { start: quote.start, end: quote.start + Array.from(head).length, text: head };
  return [
    control(
      statement,
      'fragment',
      'clause',
      quoting(statement, `“${head}”.`, [citationOf(source, clause)]),
    ),
    control(statement, 'compression', 'beside', {
      role: 'FACT',
      text: `${opening(statement.language, attributionOf(source))}, ${head}: “${quote.text}”`,
      citations: [citationOf(source, quote)],
    }),
  ];
}

/** Fixed words around the quote that add nothing. */
function framedCases(statement: Statement): ControlCase[] {
  const { source, quote, language } = statement;
  return FRAMES[language].map((frame) => {
    const text = frame.replace('{x}', attributionOf(source)).replace('{q}', () => quote.text);
    return control(statement, 'function_words', frame, {
      role: 'FACT',
      text,
      citations: [citationOf(source, quote)],
    });
  });
}

function twoQuoteCases(statement: Statement): ControlCase[] {
  const { source, quote, siblings, language } = statement;
  const other = siblings.find((span) => span.start > quote.end && span.text !== quote.text);
  if (other === undefined) return [];
  const citations = [citationOf(source, quote), citationOf(source, other)];
  const joining = language === 'vi' ? 'và' : 'and';
  return [
    control(
      statement,
      'two_quotes',
      'joined',
      quoting(statement, `“${quote.text}” ${joining} “${other.text}”`, citations),
    ),
    control(
      statement,
      'two_quotes',
      'in a row',
      quoting(statement, `“${quote.text}” “${other.text}”`, citations),
    ),
  ];
}

function synonymCases(statement: Statement, tools: PerturbTools): ControlCase[] {
  const { source, quote, language } = statement;
  const text = CONTROLS.synonym(quote.text, tools);
  if (text === null) return [];
  return [
    control(statement, 'synonym', 'beside', {
      role: 'FACT',
      text: `${opening(language, attributionOf(source))}, ${text.replace(/\.$/u, '')}: “${quote.text}”`,
      citations: [citationOf(source, quote)],
    }),
  ];
}

function quoting(
  { language, source }: Statement,
  said: string,
  citations: DraftSentence['citations'],
): DraftSentence {
  return { role: 'FACT', text: `${opening(language, attributionOf(source))}: ${said}`, citations };
}

function control(
  { set, language, source, quote, evidence }: Statement,
  kind: ControlKind,
  variant: string,
  sentence: DraftSentence | null,
): ControlCase {
  const id = `${source.passageId}@${quote.start}/${kind}/${variant}`;
  return { id, set, language, control: kind, variant, sentence, evidence };
}
