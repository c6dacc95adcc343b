import { enWelcome } from './en-welcome.ts';
import type { viShell, viShellProblems } from './vi-shell.ts';

export const enShell: typeof viShell = {
  ...enWelcome,
  shell: {
    theme: 'Background',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    welcome: 'About',
    keys: 'Keys',
    docs: 'API',
    updated: 'What is on this page was just updated.',
  },
  keySheet: {
    title: 'Keys',
    here: 'On this page',
    nothingHere: 'This page has no keys of its own.',
    everywhere: 'On every page',
    goTitle: 'To another page: g, then a letter',
    sheet: 'Open the list of keys',
    search: 'To the search field',
    next: 'Next row',
    previous: 'Previous row',
    escape: 'Close this list',
    close: 'Close',
    all: 'All keys, and how to switch them off',
  },
  keyPage: {
    title: 'Keys',
    intro:
      'They work while the cursor is in no field; while you type, in Vietnamese too, they do nothing. Everything can be done without them.',
    needsScript: 'Keys need JavaScript.',
    review: 'Reviewing',
    reviewKeys: {
      n: 'Take the next item to review',
    },
    more: 'Other keys depend on the page: press ? there to see them.',
    safe: 'No single key does what cannot be undone: it only takes you to the button.',
    off: 'You have switched the keys off.',
    settings: 'Switch the keys on or off',
  },
  preferences: {
    title: 'Display and keys',
    theme: 'Background',
    keys: 'Single keys',
    keyChoices: {
      on: 'On',
      off: 'Off, for example when you speak to the computer',
    },
    hint: 'Remembered in this browser.',
    button: 'Save these choices',
  },
  kept: {
    endedTitle: 'Your session has ended',
    ended: 'What you just sent was not recorded. What you wrote is still here: sign in to send it.',
    confirm: 'What you just sent was not recorded. What you wrote is still here.',
    content: 'What was kept',
    field: (name) => `Field ${name}`,
    filesLost: 'Files could not be kept: choose them again after signing in.',
    nothingKept: 'This form held no text to keep.',
    secretsLost: 'Passwords and codes were not kept.',
    tooLong:
      'The text is too long to be kept here. Sign in in another tab, then go back to the page before and send it again.',
    elsewhere: 'Signed in in another tab?',
    goOnTitle: 'Go on sending',
    goOnIntro: 'You are signed in. Nothing has been sent yet: look it over, then send it.',
    goOn: 'Send it',
    backTo: 'Do not send; back to the page before',
  },
};

export const enShellProblems: typeof viShellProblems = {};
