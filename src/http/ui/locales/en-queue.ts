import type { viQueue, viQueueProblems } from './vi-queue.ts';

export const enQueue: typeof viQueue = {
  queueFilter: {
    title: 'Filter the queue',
    more: 'More filters',
    holding: 'Lease',
    anyHolding: 'All',
    holdings: {
      waiting: 'Waiting for review, held by nobody',
      held: 'Held by somebody',
      mine: 'Held by me',
      for_me: 'Handed over to me',
    },
    again: 'Only items that came back (from round 2)',
    language: 'Language (code, e.g. vi)',
    topic: 'Topic of a source',
    minSubmissions: 'Submissions, at least',
    text: 'Words of the post',
    order: 'Order',
    orders: { newest: 'Newest first', priority: 'By priority (only items in review)' },
    clear: 'Clear the filter',
    nothing: 'No item matches this filter.',
    saved: 'Saved filters',
    name: 'Name of the filter',
    nameHint: 'The same name replaces the earlier one. Only you see it.',
    open: 'Save this filter',
    save: 'Save',
    remove: (name: string) => `Delete the filter “${name}”`,
    removeShort: 'Delete',
    byPriority: (count: number) => `${count} items in review on this page, by priority`,
  },
  turn: {
    own: 'Yours',
    mine: (time: string) => `You hold it until ${time}`,
    forMe: (time: string) => `Handed over to you, kept until ${time}`,
    keptFor: (name: string, time: string) => `Kept for ${name} until ${time}`,
    ranOut: (time: string) => `Lease ran out at ${time}`,
    ranOutHere: (time: string) =>
      `The lease before ran out at ${time}; the item returned to the queue.`,
    take: 'Take this item to review it',
    takeHint: 'One person holds one item. Decide on another one you hold, or return it, first.',
    declined: 'You declined this item in this round.',
    renew: 'Keep it longer',
    pass: 'Skip it, decline it or hand it over',
    what: 'You want to',
    kinds: {
      skip: 'Skip it: others review it in this round',
      decline: 'Decline it: a conflict of interest, or not enough knowledge',
      handover: 'Hand it over to a colleague, kept for 4 hours',
    },
    to: 'Colleague (to hand it over)',
    nobody: 'choose…',
    noColleagues: 'No colleague may review this item now.',
    reason: 'Reason to skip, decline or hand over',
    button: 'Give this item back',
  },
  queueNotices: {
    lease_renewed: 'You keep it longer.',
    item_passed: 'The item was given back with your reason.',
    filter_saved: 'The filter was saved.',
    filter_removed: 'The filter was deleted.',
  },
};

export const enQueueProblems: typeof viQueueProblems = {
  'turn:conflict:item': {
    message: 'You cannot take this item now.',
    remedy:
      'It is not in review any more, or somebody else holds it or it is kept for them; or you hold another one, had a part in it, declined it or have decided on it.',
  },
  'conflict:to': {
    message: 'This colleague may not review this item.',
    remedy: 'Choose somebody else from the list.',
  },
  'validation:to': {
    message: 'No colleague to hand it over to is chosen.',
    remedy: 'Choose somebody from the list.',
  },
  'validation:pass': {
    message: 'Skip, decline or hand over is not chosen.',
    remedy: 'Choose one of the three and send it again.',
  },
  'validation:lease_token': {
    message: 'This form carries no lease.',
    remedy: 'Open the item again and use the form on its page.',
  },
  'filters:validation:name': {
    message: 'The filter needs a name.',
    remedy: 'Give it a name of 1 to 60 characters.',
  },
  'filters:conflict:name': {
    message: 'You have 50 filters.',
    remedy: 'Delete one you do not use, or use one of their names.',
  },
};
