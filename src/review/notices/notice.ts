/** What is addressed to one person, most urgent first. */
export const personalKinds = [
  'lease_ending',
  'lease_ran_out',
  'handed_over',
  'mention',
  'left_force',
  'returned',
  'webhook_given_up',
  'checkpoint_overdue',
] as const;
/** What waits for anybody who may take it; not counted in the header of pages. */
export const sharedKinds = ['waiting', 'third_look'] as const;
export const noticeKinds = [...personalKinds, ...sharedKinds] as const;

export type PersonalKind = (typeof personalKinds)[number];
export type NoticeKind = (typeof noticeKinds)[number];

/** What people are written to about; the rest is too short-lived for mail. */
export const mailedKinds = ['mention', 'handed_over', 'left_force', 'returned'] as const;
export type MailedKind = (typeof mailedKinds)[number];

/** Counting stops here: more is shown as 99+. */
export const mostCounted = 100;

/** Posts named under one kind of notice. */
export const mostNamed = 20;

export interface NoticeEntry {
  readonly postId: string;
  /** When it ends (leases, what was handed over) or began; null: not known. */
  readonly at: Date | null;
}

export interface Notice {
  readonly kind: NoticeKind;
  /** 1 to 100; 100 means more than 99. */
  readonly count: number;
  /** Up to 20 of them, where they are about posts. */
  readonly entries: readonly NoticeEntry[];
}
