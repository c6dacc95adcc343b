import type { viProblems } from './vi-problems.ts';

export const enProblems: typeof viProblems = {
  validation: {
    message: 'What you sent is not right yet.',
    remedy: 'Change it and send it again.',
  },
  forbidden: { message: 'You may not do this.', remedy: 'Ask someone with the right role.' },
  unauthenticated: {
    message: 'Your session has ended.',
    remedy:
      'Sign in in another tab, then go back and send again: what you wrote is still in the form.',
  },
  not_found: { message: 'Not found.', remedy: 'Check the address, or go back to the queue.' },
  conflict: {
    message: 'This is no longer possible in the present state.',
    remedy: 'Look at the item again and then decide.',
  },
  too_large: {
    message: 'The text is too long.',
    remedy: 'Shorten it to 65,536 bytes, or split it.',
  },
  unavailable: {
    message: 'The service cannot answer now.',
    remedy: 'Wait a moment and try again.',
  },
  'validation:text': {
    message: 'The text of the post is empty or has damaged characters.',
    remedy: 'Paste it again as plain text in UTF-8.',
  },
  'validation:platform': {
    message: 'This is not a platform name.',
    remedy: 'Use 1 to 40 letters, digits, spaces, dots or hyphens, e.g. “facebook”.',
  },
  'validation:url': {
    message: 'This is not the address of a post.',
    remedy: 'Use the whole address, starting with https://, or leave it empty.',
  },
  'validation:posted_at': {
    message: 'This is not a date and time.',
    remedy: 'Choose a date and a time, or leave it empty.',
  },
  'validation:reason': {
    message: 'A reason is needed.',
    remedy: 'Say in 1 to 2,000 characters why; others will read it.',
  },
  'validation:decision': {
    message: 'No decision was chosen.',
    remedy: 'Choose a response decision.',
  },
  'validation:outcome': { message: 'No outcome was chosen.', remedy: 'Choose an outcome.' },
  'validation:verdict': {
    message: 'No decision was chosen.',
    remedy: 'Choose one of the three decisions.',
  },
  'validation:labels': {
    message: 'Some sentence is not judged, or a draft with an unsupported sentence was approved.',
    remedy: 'Judge every sentence, the headline too; return or decline what is not supported.',
  },
  'validation:passages': {
    message: 'No passage was chosen.',
    remedy: 'Choose at least one passage for the draft to stand on.',
  },
  'validation:cursor': {
    message: 'This page is gone.',
    remedy: 'Go back to the start of the queue.',
  },
  'validation:headline.citations[].quote': {
    message: 'The headline’s quote is not in the passage chosen.',
    remedy: 'Copy it from the passage, word for word.',
  },
  'validation:sentences[].citations[].quote': {
    message: 'A quote is not in the passage chosen.',
    remedy: 'Copy it from the passage, word for word.',
  },
  'conflict:post': {
    message: 'The state of the post no longer permits this.',
    remedy: 'Drafts change before review, or after they were returned.',
  },
  'conflict:claim': {
    message:
      'Nothing more can be done on this claim: its outcome is settled, or no source in force answers it.',
    remedy: 'Wait until the draft is returned, or set the outcome to No position.',
  },
  'outcome:conflict:outcome': {
    message: 'This claim cannot be contradicted.',
    remedy: 'Opinion, criticism, questions and the like end as Not checkable.',
  },
  'submit:conflict:outcome': {
    message: 'No person has found the answered claim contradicted.',
    remedy: 'A drafter sets its outcome to Contradicted first.',
  },
  'conflict:response': {
    message: 'Nobody has decided to respond to this post.',
    remedy: 'Record the decision Respond with its reason first.',
  },
  'conflict:content_sha256': {
    message: 'The draft has changed since you read it.',
    remedy: 'Read the draft below again and then repeat this.',
  },
  'conflict:base_revision': {
    message: 'There is a newer draft than the one you were editing.',
    remedy: 'Copy what you wrote, look at the new draft and make your change there.',
  },
  'conflict:lease_token': {
    message: 'Your lease has run out; the item is back in the queue.',
    remedy: 'Take the next item from the queue.',
  },
  'conflict:item': {
    message: 'You do not hold this item.',
    remedy: 'Take the next item from the queue.',
  },
  'review:forbidden': {
    message: 'The decision was not recorded: two people who had no part in the answer decide.',
    remedy: 'Leave it to another reviewer.',
  },
  'not_found:post': { message: 'There is no such post.', remedy: 'Go back to the queue.' },
  'not_found:claim': { message: 'There is no such claim.', remedy: 'Load the page again.' },
};
