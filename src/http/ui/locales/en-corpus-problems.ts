import type { viCorpusProblems } from './vi-corpus-problems.ts';

export const enCorpusProblems: typeof viCorpusProblems = {
  'upload:validation': {
    message: 'This file could not be imported.',
    remedy: 'The detail below says what stands in the way; choose another file or mend this one.',
  },
  'upload:validation:missing': {
    message: 'No file was chosen.',
    remedy: 'Choose a file that has something in it.',
  },
  'upload:too_large': {
    message: 'The file is too large to be imported on this page.',
    remedy: 'Split it, or ask an admin to import it on the command line.',
  },
  'version-edit:conflict:revision': {
    message: 'Somebody has changed this draft since you opened the page.',
    remedy: 'Copy what you typed below, open this page again and edit the new revision.',
  },
  'version-edit:conflict:version': {
    message: 'This version is no longer a draft and cannot be edited.',
    remedy: 'Import what is to change as a new version.',
  },
  'version-edit:validation:changes': {
    message: 'Nothing was changed.',
    remedy: 'Change at least one field, then save.',
  },
  'version-edit:validation:title': {
    message: 'The title is not right.',
    remedy: 'Give a title of 1 to 1,000 characters.',
  },
  'version-edit:validation:language': {
    message: 'The language code is not right.',
    remedy: 'Use a two-letter code such as vi or en.',
  },
  'version-edit:validation:issued_on': {
    message: 'The day of issue is not right.',
    remedy: 'Choose a day, or leave it empty.',
  },
  'version-edit:validation:valid_from': {
    message: 'The first day in force is not right.',
    remedy: 'Choose a day.',
  },
  'version-edit:validation:valid_to': {
    message: 'The end must be after the first day in force.',
    remedy: 'Choose the first day on which it is no longer in force, or leave it empty.',
  },
  'version-edit:validation:recheck_by': {
    message: 'The day of the recheck is not right.',
    remedy: 'Choose a day, or leave it empty.',
  },
  'version-edit:validation:source_url': {
    message: 'The address of the source is not right.',
    remedy: 'Give a full address that starts with https://, or leave it empty.',
  },
  'version-approve:conflict:approver': {
    message: 'You wrote or edited this version, so you cannot approve it.',
    remedy: 'Ask a person who had no part in it.',
  },
  'version-approve:conflict:revision': {
    message: 'The draft has changed since you read it.',
    remedy: 'Read the new revision below, then approve that.',
  },
  'version-approve:conflict:version': {
    message: 'This version can no longer be approved.',
    remedy:
      'It was decided already, or a newer version was approved: look at all versions of the document.',
  },
  'version-approve:conflict:supersedes': {
    message: 'Documents would supersede one another in a circle.',
    remedy: 'Take one of them out of the list of what it supersedes.',
  },
  'version-discard:conflict:version': {
    message: 'This version is no longer a draft.',
    remedy: 'Only drafts are discarded; what was approved is withdrawn.',
  },
  'version-withdraw:conflict:version': {
    message: 'This version cannot be withdrawn: it is not approved, or has ended by that day.',
    remedy: 'See below when it is in force.',
  },
  'version-withdraw:validation:from': {
    message: 'The day of the withdrawal is not right.',
    remedy: 'Choose the first day of the version or a later one.',
  },
  'version-verify:validation:recheck_by': {
    message: 'The day of the recheck must be after today.',
    remedy: 'Choose a later day, or leave it empty.',
  },
  'version-verify:conflict:version': {
    message: 'Only an approved version is verified.',
    remedy: 'A draft is verified by approving it.',
  },
  'validation:as_of': { message: 'The day is not right.', remedy: 'Choose a day of the calendar.' },
  'validation:q': { message: 'The search text cannot be used.', remedy: 'Write some words.' },
  'too_large:q': {
    message: 'The search text is too long.',
    remedy: 'Search for one claim at a time.',
  },
  'validation:since': { message: 'The day is not right.', remedy: 'Choose a day of the calendar.' },
  'dismiss:conflict:id': {
    message: 'Somebody has dismissed this finding already.',
    remedy: 'Nothing is left to do.',
  },
  'not_found:id': {
    message: 'There is no such finding.',
    remedy: 'Reload the health of the corpus.',
  },
  'conflict:version': {
    message: 'This version no longer allows that.',
    remedy: 'Look at the version again and then decide.',
  },
  'not_found:version': { message: 'There is no such version.', remedy: 'Go back to the corpus.' },
  'not_found:document': { message: 'There is no such document.', remedy: 'Go back to the corpus.' },
};
