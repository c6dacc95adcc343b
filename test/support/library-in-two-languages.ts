import type { DocumentInput } from '#corpus/document-input.ts';

/** An invented rule book in two languages, two articles each, and said to be invented. */
export const libraryVi: DocumentInput = {
  key: 'noi-quy-vi',
  title: 'Nội quy thư viện giả định',
  language: 'vi',
  topics: [],
  citable: true,
  valid_from: '2020-01-01',
  text: [
    'Điều 1. Giờ mở cửa',
    'Thư viện giả định mở cửa cho mọi người từ 8 giờ đến 17 giờ các ngày trong tuần.',
    'Điều 2. Mượn sách',
    'Mỗi bạn đọc của thư viện giả định được mượn tối đa 5 cuốn sách trong 30 ngày và không phải trả phí.',
  ].join('\n\n'),
};

export const libraryEn: DocumentInput = {
  ...libraryVi,
  key: 'noi-quy-en',
  title: 'Rules of the imaginary library',
  language: 'en',
  text: [
    'Article 1. Opening hours',
    'The imaginary library is open to everybody from 8 to 17 o’clock on the days of the week.',
    'Article 2. Borrowing books',
    'Each reader of the imaginary library may borrow at most 5 books for 30 days and pays no fee.',
  ].join('\n\n'),
};
