import type { Templates } from '../template-types.ts';

export const zh: Templates = {
  statement: {
    warning: '请注意：以下说法与所引来源不符。',
    myth: '该说法为',
    leads: {
      fact: '根据',
      why: '原因：根据',
      further: '此外，根据',
      repeat: '重申，根据',
    },
  },
  short: {
    warning: '以下说法与来源不符：',
    myth: '说法',
    leads: { fact: '根据', why: '因为，根据', further: '另外，根据', repeat: '请记住，根据' },
  },
  qa: {
    warning: '哪种说法不符？请注意：以下说法与所引来源不符。',
    myth: '该说法为',
    leads: {
      fact: '来源怎么说？根据',
      why: '为什么不符？根据',
      further: '来源还说了什么？根据',
      repeat: '应当记住什么？根据',
    },
  },
  pointers: { WHY: '原因：见上文引文。', FACT: '请记住上文引文。' },
  inForce: '生效日期：',
  kinds: { statement: '声明', law: '法律文件', declaration: '宣言', fact_sheet: '资料页' },
  units: {
    chapter: '第{}章',
    section: '第{}节',
    article: '第{}条',
    clause: '第{}款',
    point: '第{}项',
  },
  innermostFirst: false,
  typography: {
    colon: '：',
    comma: '，',
    parentheses: ['（', '）'],
    gap: '',
    fullStop: '。',
    title: ['《', '》'],
    quotes: [
      ['“', '”'],
      ['「', '」'],
      ['«', '»'],
    ],
  },
  day: ({ day, month, year }) => `${year}年${month}月${day}日`,
};
