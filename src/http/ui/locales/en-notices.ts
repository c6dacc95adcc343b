import type { viNotices } from './vi-notices.ts';

export const enNotices: typeof viNotices = {
  noticePage: {
    title: 'Notices',
    many: 'more than 99',
    empty: 'Nothing is waiting for you in particular.',
    intro: 'This list is made from how things stand now; a notice ends when its reason does.',
    more: 'and others in the queue',
    ends: (time) => `until ${time}`,
    since: (time) => `since ${time}`,
  },
  noticeKinds: {
    lease_ending: {
      title: 'Your lease is about to end',
      hint: 'At most 5 minutes are left; then the item returns to the queue.',
    },
    lease_ran_out: {
      title: 'Your lease has ended',
      hint: 'The item is back in the queue and nobody has taken it. You may take it again.',
    },
    handed_over: {
      title: 'Handed over to you',
      hint: 'Another reviewer passed it to you; when the time is up anybody may take it.',
    },
    mention: { title: 'Somebody mentions you', hint: 'Open the post to read the comment.' },
    left_force: {
      title: 'An answer is out of force',
      hint: 'You had a part in it; the post needs a new answer.',
    },
    returned: {
      title: 'A draft was returned',
      hint: 'You had a part in it; change it and submit it again.',
    },
    webhook_given_up: {
      title: 'Messages did not arrive',
      hint: 'In the last 7 days the service stopped trying. See: doichung webhooks deliveries.',
    },
    checkpoint_overdue: {
      title: 'The audit trail is not signed',
      hint: 'Events of more than 3 hours ago are in no checkpoint. See whether jobs run.',
    },
    waiting: {
      title: 'Waiting for review',
      hint: 'Items you may take, of the first 500 in the queue.',
    },
    third_look: {
      title: 'Waiting for a third look',
      hint: 'Approvals chosen at random to check quality.',
    },
  },
};
