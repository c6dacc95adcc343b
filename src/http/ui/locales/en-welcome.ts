import type { viWelcome } from './vi-welcome.ts';

export const enWelcome: typeof viWelcome = {
  welcome: {
    title: 'What Đối Chứng is',
    lead: 'A workbench for answering false claims with official sources, after two people have approved.',
    doesTitle: 'What it does',
    does: [
      'It takes a post that somebody submits, masks accounts and phone numbers, and splits it into claims.',
      'It matches each claim with a corpus of official documents that are approved and in force.',
      'It prepares a draft; each sentence that names a source carries a verbatim quote. A sentence without a source is dropped.',
      'It leads the draft past two different reviewers who had no part in writing it.',
      'It exports the answer with a bundle that others can check again.',
    ],
    refusesTitle: 'What it refuses',
    refuses: [
      'It watches nobody: authors are not stored, filtered or scored.',
      'It publishes nothing, sends nothing to a platform and reports nobody.',
      'It does not call opinion, criticism, prayer, satire, a question or a prediction false.',
      'It writes no sentence the corpus has no document for: what is missing is said to be missing.',
      'It lets no machine decide: the machine suggests, people conclude and approve.',
    ],
    demoTitle: 'The demonstration',
    demoIntro:
      'This is a demonstration; its internal documents and posts are made up as examples. Each person below has one part of the work.',
    demoPasswords:
      'Their passwords are in the file demo-keys.json in the data folder; the console names its path at the first start.',
    demoPeople: 'The people of the demonstration',
    person: 'Person',
    email: 'E-mail',
    roles: 'Roles',
    walkTitle: 'Try it once around',
    walk: {
      submit: { link: 'Submit a post', text: 'as the triager.' },
      triage: { link: 'Decide whether to respond', text: 'and give the reason.' },
      draft: {
        link: 'Open the post in the queue',
        text: 'as the drafter: conclude on each claim, edit the draft, submit it.',
      },
      review: {
        link: 'Take the next item to review',
        text: 'as one reviewer, then as the other: judge each sentence, then decide.',
      },
      corpus: {
        link: 'Look at the corpus',
        text: 'to see where a quote comes from and which documents are in force.',
      },
      audit: {
        link: 'Look at the audit trail',
        text: 'as the auditor: all you did has left a trace.',
      },
    },
    walkHint: 'Pages open by role: a page that is not yours says whose it is.',
    keysTitle: 'Fast by keyboard',
    keysHint: 'Press ? on any page to see its keys.',
    keysLink: 'All keys',
    start: 'Start working',
    signIn: 'Sign in',
    demoLink: 'New to the demonstration? See who is who and try it once around',
  },
};
