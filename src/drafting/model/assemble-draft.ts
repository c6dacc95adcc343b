import { sliceCodePoints } from '#language/code-points.ts';
import { fold } from '#language/fold.ts';
import { shortenMyth } from '../extractive/myth.ts';
import { locateQuote } from '../extractive/quotes.ts';
import { shortLimit, spokenLength } from '../extractive/spoken-length.ts';
import { enquote, type Lead, TEMPLATES, wordingOf } from '../extractive/templates.ts';
import { mythSentence, quoteSentence, warningSentence } from '../extractive/write-sentence.ts';
import { checkSentence } from '../gate/gate-sentence.ts';
import { isNeutralText, neutralise } from '../gate/neutralise.ts';
import type { DraftEvidence, DraftForm } from '../prepare-draft.ts';
import type { Citation, DraftSentence, SourcePassage } from '../types.ts';
import type { ArrangedQuotes } from './draft-task.ts';

/** More is no answer to one claim. */
const mostSentences = 12;
/** UTF-16 code units; whatever is longer is no connecting text. */
const longestConnecting = 80;
/** Code points of a quote that no passage holds: people see what was dropped, not a wall of text. */
const longestUnknown = 300;
/** Words of the claim that a draft repeats, most first. */
const mythWords = [12, 8, 5];
const outerMarks = /^[\s"“”„«»‘’'「」…]+|[\s"“”„«»‘’'「」…]+$/gu;

type Input = DraftEvidence & DraftForm;
type Answered = ArrangedQuotes['sentences'][number];

export interface AssembledDraft {
  readonly headline: DraftSentence;
  readonly sentences: readonly DraftSentence[];
}

/**
 * The draft out of a model's answer; null when a short one is too long. The answer's roles, their order
 * and its choice of quotes count; the words are the passages' and ours: a quote is taken as its passage
 * has it, WARNING and MYTH are templates, and connecting text that the gate does not let pass is replaced
 * by the standard lead. A quote that is in no passage shown stays as it is, for the gate to name and drop.
 */
export function assembleDraft(
  answer: ArrangedQuotes,
  shown: ReadonlyMap<string, SourcePassage>,
  input: Input,
): AssembledDraft | null {
  // A headline is no question.
  const asStatement = input.length === 'qa' ? { ...input, length: 'statement' as const } : input;
  const first = { ...answer.headline, role: 'FACT' as const, connecting: '' };
  const [headline] = quoting([first], shown, asStatement);
  if (headline === undefined) return null;
  const quotes = quoting(answer.sentences.slice(0, mostSentences), shown, input);
  const firstReason = quotes.findIndex(({ role }) => role !== 'FACT');
  const at = firstReason === -1 ? quotes.length : firstReason;
  for (const words of mythWords) {
    const myth = mythSentence(shortenMyth(input.claim.text, words), input);
    const sentences = [...quotes.slice(0, at), warningSentence(input), myth, ...quotes.slice(at)];
    if (input.length !== 'short' || spokenLength(sentences) <= shortLimit) {
      return { headline, sentences };
    }
  }
  return null;
}

/** Each quote as a sentence; only the first of a part asks or names what the part is. */
function quoting(
  answered: readonly Answered[],
  shown: ReadonlyMap<string, SourcePassage>,
  input: Input,
): DraftSentence[] {
  const quoted = new Set<string>();
  const opened = new Set<Lead>();
  return answered.map((item) => {
    const source = shown.get(item.passage_id);
    const citation = source === undefined ? null : locate(source, item.quote);
    if (source === undefined || citation === null) return unknownQuote(item, source, input);
    const key = `${citation.versionId} ${citation.start} ${citation.end}`;
    const lead = leadOf(item.role, quoted.size, quoted.has(key));
    quoted.add(key);
    const follows = opened.has(lead) && lead !== 'repeat' && input.length !== 'short';
    opened.add(lead);
    return follows
      ? connected(item, 'further', { source, citation }, { ...input, length: 'statement' })
      : connected(item, lead, { source, citation }, input);
  });
}

/** As the model gave it, or without marks of quotation and omission around it. */
function locate(source: SourcePassage, quote: string): Citation | null {
  return locateQuote(source, quote) ?? locateQuote(source, quote.replace(outerMarks, ''));
}

function leadOf(role: Answered['role'], before: number, repeated: boolean): Lead {
  if (role === 'WHY') return 'why';
  if (repeated) return 'repeat';
  return before === 0 ? 'fact' : 'further';
}

function connected(
  { role, connecting }: Answered,
  lead: Lead,
  quote: { readonly source: SourcePassage; readonly citation: Citation },
  input: Input,
): DraftSentence {
  const standard = quoteSentence(role, lead, quote, input);
  const own = connectingText(connecting, input);
  if (own === null) return standard;
  const opening = wordingOf(input.language, input.length).leads[lead];
  const sentence = { ...standard, text: `${own}${standard.text.slice(opening.length)}` };
  return checkSentence(sentence, input, [input.claim]).length === 0 ? sentence : standard;
}

/**
 * The model's words, ending like a lead ("…, theo"). Null when there are none or too many, and where each
 * sentence opens with a question or must be short: there the leads are fixed.
 */
function connectingText(connecting: string, { language, length }: Input): string | null {
  if (length === 'short' || length === 'qa') return null;
  if (connecting.length > longestConnecting || !isNeutralText(connecting, language)) return null;
  const clean = neutralise(connecting).replace(/[\s:,.]+$/u, '');
  if (clean === '') return null;
  const attributing = wordingOf(language, length).leads.fact.toLowerCase();
  if (fold(clean).endsWith(fold(attributing))) return clean;
  return `${clean}${TEMPLATES[language].typography.comma}${attributing}`;
}

function unknownQuote(
  { role, quote }: Answered,
  source: SourcePassage | undefined,
  { language }: DraftForm,
): DraftSentence {
  // Nothing of it may work as a link or as markup where it is shown among what was dropped.
  const text = sliceCodePoints(neutralise(quote), 0, longestUnknown);
  const citation = {
    versionId: source?.versionId ?? '',
    passageId: source?.passageId ?? '',
    start: 0,
    end: Math.max(1, Array.from(text).length),
    quote: text,
  };
  return { role, text: enquote(text, language), citations: [citation] };
}
