import type { NoticeKind } from '#review/index.ts';

/** Những việc một người cần biết lúc này. */
export const viNotices = {
  noticePage: {
    title: 'Thông báo',
    many: 'hơn 99',
    empty: 'Lúc này không có việc nào dành cho bạn.',
    intro: 'Trang này nêu những việc đang chờ bạn; việc nào xong thì thông báo về việc đó tự hết.',
    more: 'và các bài khác trong hàng đợi',
    ends: (time: string) => `đến ${time}`,
    since: (time: string) => `từ ${time}`,
  },
  noticeKinds: {
    lease_ending: {
      title: 'Lượt giữ sắp hết',
      hint: 'Còn không quá 5 phút; hết giờ thì bài trở lại hàng đợi.',
    },
    lease_ran_out: {
      title: 'Lượt giữ đã hết',
      hint: 'Bài đã trở lại hàng đợi và chưa ai nhận. Bạn có thể nhận lại.',
    },
    handed_over: {
      title: 'Được chuyển cho bạn',
      hint: 'Một người duyệt khác chuyển cho bạn; hết giờ thì ai cũng có thể nhận.',
    },
    mention: { title: 'Có người nhắc đến bạn', hint: 'Mở bài đăng để đọc ý kiến đó.' },
    left_force: {
      title: 'Câu trả lời không còn hiệu lực',
      hint: 'Bạn đã tham gia soạn; bài đăng cần một câu trả lời mới.',
    },
    returned: {
      title: 'Dự thảo được trả lại',
      hint: 'Bạn đã tham gia soạn; hãy sửa rồi gửi duyệt lại.',
    },
    webhook_given_up: {
      title: 'Tin gửi đi không đến nơi',
      hint: 'Trong 7 ngày qua, dịch vụ đã thôi gửi lại. Xem: doichung webhooks deliveries.',
    },
    checkpoint_overdue: {
      title: 'Nhật ký chưa được ký',
      hint: 'Có sự kiện từ hơn 3 giờ trước chưa nằm trong điểm kiểm nào. Kiểm tra tiến trình chạy việc.',
    },
    waiting: {
      title: 'Đang chờ duyệt',
      hint: 'Mục duyệt bạn có thể nhận, trong 500 mục đầu hàng đợi.',
    },
    third_look: {
      title: 'Chờ người thứ ba đọc lại',
      hint: 'Phê duyệt được chọn ngẫu nhiên để kiểm tra chất lượng.',
    },
  } satisfies Record<NoticeKind, { title: string; hint: string }>,
};
