import { viWelcome } from './vi-welcome.ts';

/** The frame around every page, keys, preferences and what was kept of a form. */
export const viShell = {
  ...viWelcome,
  shell: {
    theme: 'Màu nền',
    themes: { auto: 'Theo hệ thống', light: 'Sáng', dark: 'Tối' },
    welcome: 'Giới thiệu',
    keys: 'Phím tắt',
    docs: 'API',
    updated: 'Nội dung trên trang vừa được cập nhật.',
  },
  keySheet: {
    title: 'Phím tắt',
    here: 'Trên trang này',
    nothingHere: 'Trang này không có phím riêng.',
    everywhere: 'Ở mọi trang',
    goTitle: 'Đến trang khác: g, rồi một chữ',
    sheet: 'Mở bảng phím tắt',
    search: 'Vào ô tìm kiếm',
    next: 'Hàng tiếp theo',
    previous: 'Hàng trước',
    escape: 'Đóng bảng này',
    close: 'Đóng',
    all: 'Mọi phím và cách tắt chúng',
  },
  keyPage: {
    title: 'Phím tắt',
    intro:
      'Dùng khi con trỏ không ở trong ô nhập; đang gõ chữ, kể cả gõ tiếng Việt, thì các phím này không có tác dụng. Mọi việc đều làm được mà không cần phím tắt.',
    needsScript: 'Phím tắt cần JavaScript.',
    review: 'Khi duyệt',
    reviewKeys: {
      n: 'Nhận mục tiếp theo để duyệt',
    },
    more: 'Các phím khác tùy trang: bấm ? trên trang đó để xem.',
    safe: 'Không phím đơn nào làm một việc không hoàn tác được: phím chỉ đưa con trỏ đến nút.',
    off: 'Bạn đã tắt phím tắt.',
    settings: 'Bật hoặc tắt phím tắt',
  },
  preferences: {
    title: 'Hiển thị và phím tắt',
    theme: 'Màu nền',
    keys: 'Phím tắt một chữ',
    keyChoices: {
      on: 'Bật',
      off: 'Tắt, ví dụ khi điều khiển bằng giọng nói',
    },
    hint: 'Được nhớ trong trình duyệt này.',
    button: 'Lưu lựa chọn',
  },
  kept: {
    endedTitle: 'Phiên đăng nhập đã kết thúc',
    ended: 'Điều bạn vừa gửi chưa được ghi. Nội dung bạn viết còn ở đây: đăng nhập để gửi tiếp.',
    confirm: 'Điều bạn vừa gửi chưa được ghi. Nội dung bạn viết còn ở đây.',
    content: 'Nội dung được giữ',
    field: (name: string) => `Ô ${name}`,
    filesLost: 'Tệp không giữ được: chọn lại tệp sau khi đăng nhập.',
    nothingKept: 'Biểu mẫu này không có nội dung để giữ.',
    secretsLost: 'Mật khẩu và mã không được giữ lại.',
    tooLong:
      'Nội dung quá dài để giữ ở đây. Đăng nhập trong một thẻ khác, rồi quay lại trang trước và gửi lại.',
    elsewhere: 'Đã đăng nhập ở một thẻ khác?',
    goOnTitle: 'Gửi tiếp',
    goOnIntro: 'Bạn đã đăng nhập. Chưa có gì được gửi: xem lại rồi gửi tiếp.',
    goOn: 'Gửi tiếp',
    backTo: 'Không gửi, về trang trước',
  },
};

export const viShellProblems = {};
