import type { viBeside, viBesideProblems } from './vi-beside.ts';

export const enBeside: typeof viBeside = {
  comments: {
    title: 'Comments',
    none: 'There are no comments for you to read yet.',
    more: 'The comments after these',
    here: 'Comments on this sentence',
    byReviewer: 'reviewer',
    about: 'About',
    whole: 'The item as a whole',
    text: 'Your comment',
    hint: 'Type @name or @[name] to mention a colleague. A comment can be neither changed nor deleted. During a review what reviewers write is shown only to those who have decided; afterwards everybody reads it.',
    button: 'Send the comment',
    written: 'The comment is written.',
  },
  similar: {
    title: (count) => `Earlier decisions on similar claims (${count})`,
    why: 'Found by the machine because they mean something close. Claims that are close can say the opposite: read each.',
    similarity: (percent) => `${percent}% alike`,
    inForce: 'sources in force',
    ended: 'a source is out of force',
  },
  golden: {
    title: 'This was a golden item',
    explanation:
      'It was put into the queue to measure how well we review; its right answer is known. It is never approved and never exported.',
    control: 'Nothing was wrong with the draft.',
    planted: (fault) => `What was planted: ${fault}.`,
    verdicts: (expected, given) => `Expected: ${expected}. You chose: ${given}.`,
    right: 'Right.',
    wrong: 'Not right.',
    allLabels: 'You labelled every sentence as expected.',
    labels: (expected, given) => `${expected} was expected; you chose ${given}`,
  },
  goldenFaults: {
    number_changed: 'a number was changed',
    date_changed: 'a date was changed',
    name_changed: 'a name was changed',
    negation_dropped: 'a negation was dropped',
    negation_added: 'a negation was added',
    stance_as_fact: 'a stance is written as a fact',
    quote_elsewhere: 'the quote is of another passage',
  },
  thirdLook: {
    title: 'Third look',
    intro:
      'An answer that two people approved, chosen by chance for a third to read once more. You do not see their reviews.',
    waiting: (count) => `Waiting for you: ${count}.`,
    none: 'No answer waits for you to read it once more.',
    noneHint:
      'When one is chosen for you, your notices say so. Until then you can go on reviewing.',
    verdict: 'What you find',
    question: 'Do you agree with the approval of this answer?',
    button: 'Record it',
    given: 'What you found is recorded.',
    whatNow: 'The approval is still in force. If the answer is wrong, revoke it.',
  },
  thirdLookVerdicts: { agree: 'I agree', disagree: 'I do not agree' },
};

export const enBesideProblems: typeof viBesideProblems = {
  'comment:validation:text': {
    message: 'The comment is empty, too long or has broken characters.',
    remedy: 'Write 1 to 5,000 characters of plain text.',
  },
  'comment:validation:sentence': {
    message: 'The draft has no such sentence.',
    remedy: 'Choose a sentence from the list again.',
  },
  'comment:too_large': {
    message: 'The comment is too long.',
    remedy: 'Shorten it to 5,000 characters, or write two.',
  },
  'comment:too_many': {
    message: 'You have written 60 comments within an hour.',
    remedy: 'Wait a while and send it again; it is still in the form.',
  },
  'comment:conflict:draft_id': {
    message: 'The draft has changed since you read it.',
    remedy: 'Read the new one above, then send the comment again if it still holds.',
  },
  'third-look:conflict:approval': {
    message: 'This answer no longer awaits a third look.',
    remedy: 'Read the next one, if there is any.',
  },
  'third-look:conflict:content_sha256': {
    message: 'The draft is not the one you read.',
    remedy: 'Load the page again and read it.',
  },
};
