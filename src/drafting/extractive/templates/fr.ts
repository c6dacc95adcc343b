import type { Templates } from '../template-types.ts';
import { monthName } from './month-name.ts';

// French sets a no-break space inside its quotation marks and before a colon or a question mark.
export const fr: Templates = {
  statement: {
    warning: 'Attention\u00a0: l’affirmation suivante ne correspond pas aux sources citées.',
    myth: 'L’affirmation avancée',
    leads: {
      fact: 'Selon',
      why: 'Pourquoi\u00a0: selon',
      further: 'De plus, selon',
      repeat: 'Pour rappel, selon',
    },
  },
  short: {
    warning: 'Ne correspond pas à la source\u00a0:',
    myth: 'Affirmation',
    leads: { fact: 'Selon', why: 'Car, selon', further: 'Et selon', repeat: 'Rappel\u00a0: selon' },
  },
  qa: {
    warning:
      'Quelle affirmation ne correspond pas\u00a0? Attention\u00a0: l’affirmation suivante ne correspond pas aux sources citées.',
    myth: 'L’affirmation avancée',
    leads: {
      fact: 'Que dit la source\u00a0? Selon',
      why: 'Pourquoi l’affirmation ne correspond-elle pas\u00a0? Selon',
      further: 'Que dit encore la source\u00a0? Selon',
      repeat: 'Que faut-il retenir\u00a0? Selon',
    },
  },
  pointers: {
    WHY: 'Pourquoi\u00a0: voir la citation ci-dessus.',
    FACT: 'À retenir\u00a0: la citation ci-dessus.',
  },
  inForce: 'en vigueur depuis le ',
  kinds: {
    statement: 'communiqué',
    law: 'texte juridique',
    declaration: 'déclaration',
    fact_sheet: 'fiche d’information',
  },
  units: {
    chapter: 'chapitre {}',
    section: 'section {}',
    article: 'article {}',
    clause: 'paragraphe {}',
    point: 'point {}',
  },
  innermostFirst: false,
  typography: {
    colon: '\u00a0: ',
    comma: ', ',
    parentheses: [' (', ')'],
    gap: ' ',
    fullStop: '.',
    title: ['', ''],
    quotes: [
      ['«\u00a0', '\u00a0»'],
      ['“', '”'],
      ['「', '」'],
    ],
  },
  day: ({ day, month, year }) => `${day === 1 ? '1er' : day} ${monthName('fr', month)} ${year}`,
};
