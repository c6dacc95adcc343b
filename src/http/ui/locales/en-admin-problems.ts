import type { viAdminProblems } from './vi-admin-problems.ts';

export const enAdminProblems: typeof viAdminProblems = {
  'user-new:conflict:name': {
    message: 'There is an account of this name already.',
    remedy: 'Choose another; names of disabled accounts stay taken.',
  },
  'user-new:conflict:email': {
    message: 'There is an account with this address already.',
    remedy: 'Give another address, or none.',
  },
  'user-new:validation:name': {
    message: 'A name has 1 to 100 characters.',
    remedy: 'Type it on one line.',
  },
  'user-new:validation:roles': {
    message: 'These roles do not go together, or none was chosen.',
    remedy: 'Choose at least one; admin does not go with roles of content.',
  },
  'user-roles:validation:roles': {
    message: 'These roles do not go together, or none was chosen.',
    remedy: 'Choose at least one; admin does not go with roles of content.',
  },
  'user-roles:conflict:roles': {
    message: 'This is the last active admin.',
    remedy: 'Make another person admin first.',
  },
  'user-roles:forbidden:id': {
    message: 'Nobody changes their own roles.',
    remedy: 'Ask another admin.',
  },
  'user-state:conflict:roles': {
    message: 'This is the last active admin.',
    remedy: 'Make another person admin first.',
  },
  'user-merge:validation:into': {
    message: 'The two accounts must differ.',
    remedy: 'Name the account the person goes on with.',
  },
  'user-merge:conflict:into': {
    message: 'These are accounts of one person already.',
    remedy: 'Nothing is left to do.',
  },
  'user-merge:not_found:into': {
    message: 'There is no account of this name.',
    remedy: 'Type the whole name.',
  },
  'user-merge:validation:typed': {
    message: 'The typed name does not match.',
    remedy: 'Type the name of the account that is closed.',
  },
  'key-new:validation:label': {
    message: 'It does not say what the key is for.',
    remedy: 'Type 1 to 100 characters.',
  },
  'key-new:validation:scopes': {
    message: 'The owner may not do one of the chosen things.',
    remedy: 'Leave it out of the scopes.',
  },
  'key-new:forbidden:scopes': {
    message: 'What must be done in person cannot be given by a key to another.',
    remedy: 'Leave it out; the person signs in and issues that key.',
  },
  'key-new:validation:days': {
    message: 'This is not a number of days.',
    remedy: 'Type a whole number from 1 to 366.',
  },
  'key-new:not_found:user': {
    message: 'There is no account in use of this name.',
    remedy: 'Type the whole name, or leave it empty for yourself.',
  },
  'threshold:validation:threshold': {
    message: 'This is not a threshold.',
    remedy: 'Type a number from 0 to 1, e.g. 0.55.',
  },
  'threshold:forbidden:id': {
    message: 'You proposed this threshold.',
    remedy: 'Another admin has to approve it.',
  },
  'threshold:conflict:id': {
    message: 'Something else was decided since it was proposed.',
    remedy: 'Look at the threshold in force and propose again.',
  },
  'topic:validation:topic': {
    message: 'No topic was named.',
    remedy: 'Type the topic as the documents write it.',
  },
  'topic:validation:weight': {
    message: 'This is not a weight.',
    remedy: 'Type a number from 0 to 5.',
  },
  'webhook:validation:url': {
    message: 'Nothing can be sent to this address.',
    remedy: 'Type a whole https:// address without name and password.',
  },
  'webhook:validation:events': { message: 'No event was chosen.', remedy: 'Choose at least one.' },
  'webhook:conflict:url': {
    message: 'This address is in use.',
    remedy: 'Disable the old endpoint first.',
  },
};
