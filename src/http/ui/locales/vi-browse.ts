import type { documentStates } from '#corpus/index.ts';

/** Words of browsing the corpus: the list's filter by day, its counts, and originals. */
export const viBrowse = {
  browse: {
    on: 'Vào ngày',
    use: 'Cách dùng',
    anyUse: 'Mọi cách dùng',
    onDay: (day: string) => `Tình trạng ngày ${day}`,
    states: {
      in_force: 'Còn hiệu lực',
      not_yet: 'Chưa có hiệu lực',
      superseded: 'Bị thay thế',
      expired: 'Hết hiệu lực',
      withdrawn: 'Đã thu hồi',
      draft: 'Có dự thảo chờ duyệt',
      ended: 'Không còn hiệu lực',
    } satisfies Record<(typeof documentStates)[number], string>,
    pillars: 'Theo trụ cột',
    topics: 'Theo chủ đề',
    all: 'Tất cả',
    narrow: (name: string, count: string) => `${name}: ${count} văn bản`,
    caption: (count: number, all: string) => `${count} trong ${all} văn bản, mới nhất trước`,
    draftWaits: (number: number) => `Phiên bản ${number} là dự thảo chờ duyệt`,
    notADay: 'Ngày này không có trên lịch; danh sách dưới đây là của hôm nay.',
  },
  original: {
    title: (title: string) => `Bản gốc: ${title}`,
    file: 'Chữ trong tệp gốc, chỗ được trích có nền vàng.',
    read: 'Chữ máy đọc từ bản gốc, chỗ được trích có nền vàng. Hãy đối chiếu với tệp tải về.',
    noQuote: 'Chưa chọn chỗ trích nào: đây là phần đầu.',
    noFile: 'Phiên bản này không lưu tệp gốc; dưới đây là nội dung trong kho.',
    lost: 'Không tìm thấy nguyên văn chỗ trích trong tệp gốc; đây là phần đầu tệp. Xem chỗ trích trong nội dung của phiên bản.',
    page: (page: number) => `Trang ${page} của bản gốc`,
    download: (name: string, size: string) => `Tải ${name} (${size})`,
    downloadPage: (name: string, size: string, page: number) =>
      `Tải ${name} (${size}), mở trang ${page}`,
    toVersion: 'Về phiên bản',
    toQuote: 'Đến chỗ được trích',
    cutBefore: '… (còn phần trước)',
    cutAfter: '(còn phần sau) …',
    text: 'Nội dung bản gốc',
  },
};
export const viBrowseProblems = {};
