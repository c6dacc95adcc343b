import { locateQuote, type DraftSentence, type GateFailure } from '#drafting/index.ts';
import type { PerturbTools } from '../perturb/change.ts';
import { PERTURBERS } from '../perturb/make-pairs.ts';
import { type ChangedStatement, changeStatement } from './change-statement.ts';
import { AROUND, fill } from './fault-words.ts';
import {
  attributionOf,
  citationOf,
  type FaultArm,
  type FaultCase,
  type FaultKind,
  opening,
  type Statement,
} from './gate-case.ts';

type ChangeKind = Exclude<FaultKind, 'stitched'>;
const changeKinds = Object.keys(PERTURBERS) as ChangeKind[];

/** The failures that name each kind of fault, whichever way it is offered. */
export const NAMES: Readonly<Record<FaultKind, readonly GateFailure[]>> = {
  number: ['number_mismatch'],
  // A lone year is read as a number.
  date: ['date_mismatch', 'number_mismatch'],
  negation: ['negation_flip'],
  entity: ['name_mismatch', 'misattributed'],
  quantifier: ['quantifier_shift'],
  unit: ['number_mismatch'],
  attribution: ['misattributed', 'name_mismatch'],
  stitched: ['stitched', 'misattributed', 'fabricated'],
};

/** A sentence offered with one fault of each kind it has a place for, in the arms that change its words. */
export function changedCases(statement: Statement, tools: PerturbTools): FaultCase[] {
  return changeKinds.flatMap((kind) => {
    const changed = changeStatement(statement.quote.text, kind, tools);
    return changed === null
      ? []
      : [...quoteCases(statement, kind, changed), ...wordingCases(statement, kind, changed)];
  });
}

function quoteCases(
  statement: Statement,
  kind: ChangeKind,
  { text }: ChangedStatement,
): FaultCase[] {
  const { source, quote } = statement;
  const at = `${lead(statement)}: “${text}”`;
  const claimed: DraftSentence = {
    role: 'FACT',
    text: at,
    citations: [{ ...citationOf(source, quote), quote: text }],
  };
  const found = locateQuote(source, text);
  const located: DraftSentence | null =
    found === null
      ? null
      : { role: 'FACT', text: `${lead(statement)}: “${found.quote}”`, citations: [found] };
  // A quote that is in the passage word for word is no fault, unless its sentence loses something by it.
  const named = ['fabricated', 'stitched', ...NAMES[kind]] as const;
  return [
    fault(statement, 'quote', kind, 'offsets', claimed, named),
    fault(statement, 'located', kind, 'located', located, named),
  ];
}

function wordingCases(
  statement: Statement,
  kind: ChangeKind,
  { text, excerpt }: ChangedStatement,
): FaultCase[] {
  const { source, quote } = statement;
  const citations = [citationOf(source, quote)];
  const bare = text.replace(/[.!?。]["”’)]*$/u, '');
  const written: ReadonlyArray<readonly [string, string]> = [
    ['instead', `${lead(statement)}, ${bare}.`],
    ['quoted', `${lead(statement)}: “${text}”`],
    ['beside', `${lead(statement)}, ${bare}: “${quote.text}”`],
    ['after', `${lead(statement)}: “${quote.text}” ${text}`],
    ['excerpt', `${lead(statement)}, ${excerpt}: “${quote.text}”`],
  ];
  return written.map(([variant, said]) =>
    fault(
      statement,
      'wording',
      kind,
      variant,
      { role: 'FACT', text: said, citations },
      NAMES[kind],
    ),
  );
}

/** A true quote with words of each kind of fault before it, after it and in front of the attribution. */
export function aroundCases(statement: Statement, tools: PerturbTools): FaultCase[] {
  const { source, quote, language } = statement;
  const citations = [citationOf(source, quote)];
  return changeKinds.flatMap((kind) => {
    const list = AROUND[language][kind];
    const phrase = fill(
      list[Math.floor(tools.random() * list.length)] ?? '',
      tools.random,
      tools.names,
    );
    const first = phrase.charAt(0).toUpperCase() + phrase.slice(1);
    const said = `“${quote.text}”`;
    const written: ReadonlyArray<readonly [string, string]> = [
      ['before', `${lead(statement)}, ${phrase}: ${said}`],
      ['after', `${lead(statement)}: ${said}, ${phrase}.`],
      [
        'first',
        `${first}, ${lead(statement).charAt(0).toLowerCase()}${lead(statement).slice(1)}: ${said}`,
      ],
      ['brackets', `${lead(statement)} (${phrase}): ${said}`],
      ['next_sentence', `${lead(statement)}: ${said} ${first}.`],
      ['other_marks', `${lead(statement)}: ${said} «${first}»`],
      // Letters parted by characters that nobody sees.
      ['obscured', `${lead(statement)}, ${Array.from(phrase).join('\u200b')}: ${said}`],
    ];
    return written.map(([variant, text]) =>
      fault(statement, 'around', kind, variant, { role: 'FACT', text, citations }, NAMES[kind]),
    );
  });
}

export function lead({ language, source }: Statement): string {
  return opening(language, attributionOf(source));
}

export function fault(
  { set, language, source, quote, evidence }: Statement,
  arm: FaultArm,
  kind: FaultKind,
  variant: string,
  sentence: DraftSentence | null,
  named: readonly GateFailure[],
): FaultCase {
  const id = `${source.passageId}@${quote.start}/${arm}/${variant}/${kind}`;
  return { id, set, language, arm, kind, variant, sentence, evidence, named };
}
