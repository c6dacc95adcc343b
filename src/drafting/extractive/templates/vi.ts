import type { Templates } from '../template-types.ts';

export const vi: Templates = {
  statement: {
    warning: 'Lưu ý: luận điểm sau đây không khớp với nguồn được trích dẫn.',
    myth: 'Luận điểm được nêu',
    leads: {
      fact: 'Theo',
      why: 'Lý do: theo',
      further: 'Ngoài ra, theo',
      repeat: 'Nhắc lại, theo',
    },
  },
  short: {
    warning: 'Sau đây không khớp nguồn:',
    myth: 'Luận điểm',
    leads: { fact: 'Theo', why: 'Vì theo', further: 'Và theo', repeat: 'Nhớ: theo' },
  },
  qa: {
    warning:
      'Luận điểm nào không khớp? Lưu ý: luận điểm sau đây không khớp với nguồn được trích dẫn.',
    myth: 'Luận điểm được nêu',
    leads: {
      fact: 'Nguồn nói gì? Theo',
      why: 'Vì sao không khớp? Theo',
      further: 'Nguồn còn nói gì? Theo',
      repeat: 'Cần nhớ điều gì? Theo',
    },
  },
  pointers: { WHY: 'Lý do: xem câu trích ở trên.', FACT: 'Cần nhớ: câu trích ở trên.' },
  inForce: 'có hiệu lực từ ngày ',
  kinds: {
    statement: 'phát biểu',
    law: 'văn bản pháp luật',
    declaration: 'tuyên ngôn',
    fact_sheet: 'tờ dữ kiện',
  },
  units: {
    chapter: 'Chương {}',
    section: 'Mục {}',
    article: 'Điều {}',
    clause: 'khoản {}',
    point: 'điểm {}',
  },
  innermostFirst: true,
  typography: {
    colon: ': ',
    comma: ', ',
    parentheses: [' (', ')'],
    gap: ' ',
    fullStop: '.',
    title: ['', ''],
    quotes: [
      ['“', '”'],
      ['«', '»'],
      ['「', '」'],
    ],
  },
  day: ({ day, month, year }) => `${day}/${month}/${year}`,
};
