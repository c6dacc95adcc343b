/** Words of the queue's filters and of whose turn an item is. */
export const viQueue = {
  queueFilter: {
    title: 'Lọc hàng đợi',
    more: 'Lọc thêm',
    holding: 'Lượt giữ',
    anyHolding: 'Tất cả',
    holdings: {
      waiting: 'Chờ duyệt, chưa ai giữ',
      held: 'Đang có người giữ',
      mine: 'Tôi đang giữ',
      for_me: 'Được chuyển cho tôi',
    },
    again: 'Chỉ mục đã trở lại (từ vòng 2)',
    language: 'Ngôn ngữ (mã, ví dụ vi)',
    topic: 'Chủ đề của nguồn',
    minSubmissions: 'Lượt gửi, ít nhất',
    text: 'Chữ trong bài',
    order: 'Thứ tự',
    orders: { newest: 'Mới nhất trước', priority: 'Theo ưu tiên (chỉ mục đang duyệt)' },
    clear: 'Bỏ lọc',
    nothing: 'Không có mục nào khớp với bộ lọc này.',
    saved: 'Bộ lọc đã lưu',
    name: 'Tên bộ lọc',
    nameHint: 'Cùng tên thì thay bộ lọc cũ. Chỉ mình bạn thấy.',
    open: 'Lưu bộ lọc này',
    save: 'Lưu',
    remove: (name: string) => `Xóa bộ lọc “${name}”`,
    removeShort: 'Xóa',
    byPriority: (count: number) => `${count} mục đang duyệt trên trang này, ưu tiên trước`,
  },
  turn: {
    own: 'Của bạn',
    mine: (time: string) => `Bạn giữ đến ${time}`,
    forMe: (time: string) => `Được chuyển cho bạn, để dành đến ${time}`,
    keptFor: (name: string, time: string) => `Để dành cho ${name} đến ${time}`,
    ranOut: (time: string) => `Hết lượt giữ lúc ${time}`,
    ranOutHere: (time: string) => `Lượt giữ trước hết giờ lúc ${time}; mục đã trở lại hàng đợi.`,
    take: 'Nhận mục này để duyệt',
    takeHint: 'Mỗi người giữ một mục. Mục khác bạn đang giữ thì quyết định hoặc trả lại trước.',
    declined: 'Bạn đã từ chối mục này trong vòng này.',
    renew: 'Giữ thêm',
    pass: 'Bỏ qua, từ chối hoặc chuyển cho người khác',
    what: 'Bạn muốn',
    kinds: {
      skip: 'Bỏ qua: để người khác duyệt ở vòng này',
      decline: 'Từ chối: có xung đột lợi ích hoặc không đủ hiểu biết',
      handover: 'Chuyển cho đồng nghiệp, để dành 4 giờ',
    },
    to: 'Đồng nghiệp (khi chuyển)',
    nobody: 'chọn…',
    noColleagues: 'Hiện không có đồng nghiệp nào được duyệt mục này.',
    reason: 'Lý do bỏ qua, từ chối hoặc chuyển',
    button: 'Trả mục này',
  },
  queueNotices: {
    lease_renewed: 'Đã giữ thêm.',
    item_passed: 'Đã trả mục này cùng lý do của bạn.',
    filter_saved: 'Đã lưu bộ lọc.',
    filter_removed: 'Đã xóa bộ lọc.',
  },
};

export const viQueueProblems = {
  'turn:conflict:item': {
    message: 'Bạn không nhận được mục này lúc này.',
    remedy:
      'Mục không còn chờ duyệt, người khác đang giữ hoặc được để dành; hoặc bạn đang giữ mục khác, đã tham gia, đã từ chối hay đã quyết định.',
  },
  'conflict:to': {
    message: 'Đồng nghiệp này không được duyệt mục này.',
    remedy: 'Chọn một người khác trong danh sách.',
  },
  'validation:to': {
    message: 'Chưa chọn đồng nghiệp để chuyển.',
    remedy: 'Chọn một người trong danh sách.',
  },
  'validation:pass': {
    message: 'Chưa chọn bỏ qua, từ chối hay chuyển.',
    remedy: 'Chọn một trong ba rồi gửi lại.',
  },
  'validation:lease_token': {
    message: 'Biểu mẫu này không mang lượt giữ nào.',
    remedy: 'Mở lại mục rồi dùng biểu mẫu trên trang.',
  },
  'filters:validation:name': {
    message: 'Bộ lọc cần một tên.',
    remedy: 'Đặt tên từ 1 đến 60 ký tự.',
  },
  'filters:conflict:name': {
    message: 'Bạn đã có 50 bộ lọc.',
    remedy: 'Xóa bộ lọc không dùng, hoặc dùng lại một tên.',
  },
};
