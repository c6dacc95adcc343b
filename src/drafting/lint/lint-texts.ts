import type { LintCode } from './lint-codes.ts';

export interface LintText {
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Every finding in English: API answers and the English pages say it in these words. */
export const lintTexts: Readonly<Record<LintCode, LintText>> = {
  no_response_decision: {
    message: 'Nobody has decided to respond to this post.',
    remedy: 'Record the response decision “Respond” with its reason.',
  },
  headline_not_fact: {
    message: 'The headline is not a fact.',
    remedy: 'Let the headline say the fact, with its quote.',
  },
  headline_uncited: {
    message: 'The headline quotes no source.',
    remedy: 'Choose a passage and copy the quote that the headline rests on.',
  },
  headline_question: {
    message: 'The headline asks a question.',
    remedy: 'State the fact instead: readers remember the question and forget the answer.',
  },
  headline_restates_myth: {
    message: 'The headline repeats the false claim.',
    remedy: 'Leave these words out: the headline says only what is true.',
  },
  first_not_fact: {
    message: 'The draft does not begin with a fact.',
    remedy: 'Put a FACT sentence with its quote first.',
  },
  first_uncited: {
    message: 'The first sentence quotes no source.',
    remedy: 'Choose a passage and copy the quote that this fact rests on.',
  },
  no_myth: {
    message: 'The draft does not name the claim it answers.',
    remedy: 'Add one MYTH sentence, directly after a WARNING.',
  },
  second_myth: {
    message: 'The false claim is given more than once.',
    remedy: 'Keep one MYTH sentence and remove this one.',
  },
  myth_without_warning: {
    message: 'No warning stands directly before the false claim.',
    remedy: 'Put a WARNING sentence right before it.',
  },
  restates_myth: {
    message: 'This sentence repeats the false claim.',
    remedy: 'Leave these words out: the claim is given once, in the MYTH sentence.',
  },
  long_quote_of_post: {
    message: 'More than 12 words in a row are taken from the post.',
    remedy: 'Shorten it to what is needed to know the claim again.',
  },
  link_to_post: {
    message: 'The draft links to the post or to what the post links to.',
    remedy: 'Remove the address: it would bring the post more readers.',
  },
  no_why: {
    message: 'Nothing says why the claim is wrong.',
    remedy: 'Add a WHY sentence with the quote that shows it.',
  },
  why_uncited: {
    message: 'The reason quotes no source.',
    remedy: 'Choose a passage and copy the quote that shows why the claim is wrong.',
  },
  why_says_only_wrong: {
    message: 'The reason only says that the claim is wrong.',
    remedy: 'Quote what shows it: the right figure, day, rule or fact.',
  },
  no_alternative: {
    message: 'No other explanation stands in place of the false one.',
    remedy: 'Add an ALTERNATIVE sentence, or tick that the corpus has none.',
  },
  alternative_too_complex: {
    message: 'The other explanation is harder to read than the claim.',
    remedy: 'Quote a shorter sentence: at most 25 words, or as many as the claim has.',
  },
  last_not_fact: {
    message: 'The draft does not end with a fact.',
    remedy: 'Put a FACT sentence with its quote last: the end is remembered.',
  },
  too_few_facts: {
    message: 'There are not more facts than false claims.',
    remedy: 'Add a FACT sentence, or remove a MYTH sentence.',
  },
  uncited: {
    message: 'This sentence quotes no source.',
    remedy: 'Choose a passage and copy the quote, or remove the sentence: no source, no sentence.',
  },
  fabricated: {
    message: 'The quote is not in the passage.',
    remedy: 'Copy the quote from the passage, word for word.',
  },
  stitched: {
    message: 'The quote is put together from several places.',
    remedy: 'Quote one place per sentence; make two sentences of it.',
  },
  misattributed: {
    message: 'The sentence does not name the document the quote is from, or names another place.',
    remedy: 'Name the cited document, article and number as they are.',
  },
  not_in_force: {
    message: 'The cited version is not approved or not in force today.',
    remedy: 'Quote the version in force, or draft again from it.',
  },
  not_citable: {
    message: 'This document is internal guidance and is not quoted.',
    remedy: 'Quote a public document, or remove the sentence.',
  },
  number_mismatch: {
    message: 'This number is in no quote of the sentence.',
    remedy: 'Use the number the quote gives, or quote the passage that has this one.',
  },
  date_mismatch: {
    message: 'This date is in no quote of the sentence.',
    remedy: 'Use the date the quote gives, or quote the passage that has this one.',
  },
  name_mismatch: {
    message: 'This name is in no quote of the sentence.',
    remedy: 'Leave the name out, or quote the passage that has it.',
  },
  negation_flip: {
    message: 'A “not” was added that the quote does not have, or one was cut off.',
    remedy: 'Quote the whole sentence and add no negation of your own.',
  },
  quantifier_shift: {
    message: 'A limit or condition was added that the quote does not have, or one was cut off.',
    remedy: 'Quote the whole sentence, with “only”, “most”, “except” and the like as they stand.',
  },
  unsupported_sentence: {
    message: 'These words say something that no quote says.',
    remedy: 'Keep to the name of the source and the quote, or remove these words.',
  },
  altered_warning: {
    message: 'The warning has words of its own.',
    remedy: 'Use the fixed warning of this language as it stands.',
  },
  altered_myth: {
    message: 'The false claim is not given in its own words.',
    remedy: 'Keep the fixed opening and words of the claim in their order, nothing else.',
  },
  person_directed: {
    message: 'These words judge a person, ascribe an intent or insult.',
    remedy: 'Leave them out: speak of the claim, never of who made it.',
  },
  answers_opinion: {
    message: 'The claim is an opinion, a criticism, a question or the like.',
    remedy: 'Set its outcome to NOT_CHECKABLE: it is not answered.',
  },
  no_review_by: {
    message: 'No day is set on which this answer is looked at again.',
    remedy: 'Set a review-by date, for example one year from today.',
  },
  review_by_past: {
    message: 'The review-by date has come.',
    remedy: 'Set a day to come: from that day on an approval is out of force.',
  },
  review_by_far: {
    message: 'The review-by date is more than two years away.',
    remedy: 'Set an earlier day, so that the answer is looked at while people remember it.',
  },
};
