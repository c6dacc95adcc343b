import type { viAccount, viAccountProblems } from './vi-account.ts';

export const enAccount: typeof viAccount = {
  login: {
    title: 'Sign in',
    intro: 'An administrator makes accounts. No account, or the password forgotten: ask them.',
    email: 'E-mail address',
    password: 'Password',
    button: 'Sign in',
    or: 'Or',
    withProvider: (name: string) => `Sign in with ${name}`,
    codeTitle: 'Give the code',
    codeIntro: 'Open the authenticator and give the 6 digits it shows.',
    lostDevice: 'Device lost: use a backup code',
    backupCode: 'A backup code not used yet',
    code: 'Code',
    codeButton: 'Go on',
    again: 'Start again',
    leaving: 'Going on…',
    goOn: 'Go on',
  },
  confirm: {
    title: 'Say again who you are',
    intro: 'You signed in a while ago. Before you decide, give your password or a code once more.',
    proof: 'Password or code',
    button: 'Confirm',
    signInAgain: 'No password: sign out and sign in again.',
  },
  account: {
    title: 'My account',
    passwordTitle: 'Change the password',
    current: 'Present password',
    fresh: 'New password',
    passwordHint:
      '12–128 characters; letters with marks and spaces are welcome. A short sentence that only you know is best. Your other sessions end.',
    passwordButton: 'Change the password',
    noPassword: 'This account has no password.',
    twoFactorTitle: 'Two steps',
    twoFactorOn: 'On: signing in takes the password and a code.',
    twoFactorOff: 'Off: signing in takes the password alone.',
    enrol: 'Turn two steps on',
    remove: 'Turn two steps off',
    enrolTitle: 'Add an authenticator',
    scan: 'Scan this with an authenticator, then give the six digits it shows.',
    qr: 'QR code for the authenticator',
    secret: 'It cannot be scanned: type this key into the authenticator',
    backupCodes:
      'Backup codes, each good once when the device is lost. Write them down and keep them safe: they are not shown again.',
    confirmCode: 'Turn on',
    keysHint: 'For programs that use this service in your name, without your password.',
    keysLink: 'See and issue my API keys',
    sessionsTitle: 'Sessions',
    sessionsCaption: (count: number) =>
      count === 1 ? '1 open session' : `${count} open sessions, newest first`,
    startedAt: 'Begun',
    expiresAt: 'Ends',
    browser: 'Browser',
    address: 'Network address',
    thisOne: 'This session',
    end: 'End',
    actions: 'Action',
    unknown: 'unknown',
  },
  accountNotices: {
    preferences: 'Your choices are saved in this browser.',
    password: 'The password is changed. Your other sessions have ended.',
    enrolled: 'Two steps are on.',
    removed: 'Two steps are off.',
    ended: 'The session has ended.',
  },
};

export const enAccountProblems: typeof viAccountProblems = {
  'unauthenticated:sign_in': {
    message: 'Address and password do not belong together.',
    remedy: 'Check both. Password forgotten: ask an administrator to set a new one.',
  },
  'unauthenticated:code': {
    message: 'This code is not right.',
    remedy: 'Wait for the next one and give that, or a backup code that was not used.',
  },
  'unauthenticated:code.expired': {
    message: 'This sign-in was begun too long ago.',
    remedy: 'Give address and password again.',
  },
  'unauthenticated:oidc': {
    message: 'That account does not sign in here.',
    remedy:
      'Ask an administrator for an account with the e-mail address that the provider has verified.',
  },
  'upstream:oidc': {
    message: 'The sign-in provider does not answer.',
    remedy: 'Sign in with a password, or try again in a moment.',
  },
  too_many: {
    message: 'Tried too often.',
    remedy: 'Wait 15 minutes, then try again.',
  },
  confirmation_needed: {
    message: 'Say again who you are before you decide.',
    remedy: 'Give your password or a code in the form and send it again; what you wrote is kept.',
  },
  'confirmation_needed:proof': {
    message: 'This is not your password or code.',
    remedy: 'Give the password you sign in with, or the six digits shown now.',
  },
  'forbidden:current': {
    message: 'The present password is another.',
    remedy: 'Give the password you sign in with.',
  },
  'forbidden:password': {
    message: 'The password is another.',
    remedy: 'Give the password you sign in with.',
  },
  'validation:password': {
    message: 'A password has 12–128 characters.',
    remedy: 'Choose a short sentence that only you know.',
  },
  'validation:password.common': {
    message: 'This password is too common.',
    remedy: 'Choose a short sentence that only you know.',
  },
  'validation:password.own': {
    message: 'A password is not your own name or address.',
    remedy: 'Choose a short sentence that only you know.',
  },
  'validation:code': {
    message: 'This code is not right.',
    remedy: 'Check the clock of the device, then give the code it shows.',
  },
};
