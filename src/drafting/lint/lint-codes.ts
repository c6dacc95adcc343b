import type { StoredFinding } from '#db/schema/index.ts';
import type { GateFailure } from '../gate/gate-failures.ts';

/** What a failed gate check is called as a finding: the same name, or that of the rule it breaks. */
type GateCode = Exclude<GateFailure, 'restates_myth' | 'person_directed' | 'answers_opinion'>;

/** Every finding of the linter; each has a message and a remedy. */
export type LintCode =
  | GateCode
  | 'no_response_decision'
  | 'headline_not_fact'
  | 'headline_uncited'
  | 'headline_question'
  | 'headline_restates_myth'
  | 'first_not_fact'
  | 'first_uncited'
  | 'no_myth'
  | 'second_myth'
  | 'myth_without_warning'
  | 'restates_myth'
  | 'long_quote_of_post'
  | 'link_to_post'
  | 'no_why'
  | 'why_uncited'
  | 'why_says_only_wrong'
  | 'no_alternative'
  | 'alternative_too_complex'
  | 'last_not_fact'
  | 'too_few_facts'
  | 'uncited'
  | 'altered_warning'
  | 'altered_myth'
  | 'person_directed'
  | 'answers_opinion'
  | 'no_review_by'
  | 'review_by_past'
  | 'review_by_far';

/** R1 to R10; H blocks a draft, W warns both reviewers. */
type Rule = `R${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`;

const rules: Readonly<Partial<Record<LintCode, Rule>>> = {
  no_response_decision: 'R1',
  headline_not_fact: 'R2',
  headline_uncited: 'R2',
  headline_question: 'R2',
  headline_restates_myth: 'R2',
  first_not_fact: 'R2',
  first_uncited: 'R2',
  no_myth: 'R3',
  second_myth: 'R3',
  myth_without_warning: 'R3',
  restates_myth: 'R3',
  long_quote_of_post: 'R4',
  link_to_post: 'R4',
  no_why: 'R5',
  why_uncited: 'R5',
  why_says_only_wrong: 'R5',
  no_alternative: 'R6',
  alternative_too_complex: 'R6',
  last_not_fact: 'R7',
  too_few_facts: 'R7',
  person_directed: 'R9',
  answers_opinion: 'R9',
  no_review_by: 'R10',
  review_by_past: 'R10',
  review_by_far: 'R10',
};
const warns: ReadonlySet<Rule> = new Set<Rule>(['R4', 'R6', 'R10']);

/** A finding in the making: its rule and severity follow from its code. */
export interface Found {
  readonly code: LintCode;
  /** 0 is the headline; null: the draft as a whole. */
  readonly sentence: number | null;
  /** Code points into the sentence; absent: all of it. */
  readonly span?: { readonly start: number; readonly end: number } | null;
  readonly values?: readonly string[];
}

/** The finding as it is stored; codes that no other rule has are the source rule's, R8. */
export function findingOf({ code, sentence, span = null, values = [] }: Found): StoredFinding {
  const rule = rules[code] ?? 'R8';
  return {
    rule,
    severity: warns.has(rule) ? 'W' : 'H',
    code,
    sentence,
    start: span?.start ?? null,
    end: span?.end ?? null,
    values: [...values],
  };
}

/** Place of a rule in the list of ten. */
export function ruleNumber({ rule }: StoredFinding): number {
  return Number(rule.slice(1));
}
