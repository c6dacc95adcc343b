import type { Templates } from '../template-types.ts';
import { monthName } from './month-name.ts';

// "Документ" takes the case, so that titles and issuers can stand as they are.
export const ru: Templates = {
  statement: {
    warning: 'Обратите внимание: следующее утверждение не соответствует указанным источникам.',
    myth: 'Приведённое утверждение',
    leads: {
      fact: 'Согласно документу',
      why: 'Причина: согласно документу',
      further: 'Кроме того, согласно документу',
      repeat: 'Напомним, согласно документу',
    },
  },
  short: {
    warning: 'Не соответствует источнику:',
    myth: 'Утверждение',
    leads: {
      fact: 'Источник:',
      why: 'Причина — источник:',
      further: 'Ещё источник:',
      repeat: 'Напомним, источник:',
    },
  },
  qa: {
    warning:
      'Какое утверждение не соответствует источникам? Обратите внимание: следующее утверждение не соответствует указанным источникам.',
    myth: 'Приведённое утверждение',
    leads: {
      fact: 'Что говорит источник? Согласно документу',
      why: 'Почему утверждение не соответствует? Согласно документу',
      further: 'Что ещё говорит источник? Согласно документу',
      repeat: 'Что важно запомнить? Согласно документу',
    },
  },
  pointers: { WHY: 'Почему: см. цитату выше.', FACT: 'Запомните цитату выше.' },
  inForce: 'действует с ',
  kinds: {
    statement: 'заявление',
    law: 'правовой акт',
    declaration: 'декларация',
    fact_sheet: 'информационный листок',
  },
  units: {
    chapter: 'глава {}',
    section: 'раздел {}',
    article: 'статья {}',
    clause: 'пункт {}',
    point: 'подпункт {}',
  },
  innermostFirst: false,
  typography: {
    colon: ': ',
    comma: ', ',
    parentheses: [' (', ')'],
    gap: ' ',
    fullStop: '.',
    title: ['', ''],
    quotes: [
      ['«', '»'],
      ['“', '”'],
      ['「', '」'],
    ],
  },
  day: ({ day, month, year }) => `${day} ${monthName('ru', month)} ${year} г.`,
};
