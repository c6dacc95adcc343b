import type { QueueCount } from '#review/index.ts';

/** Bàn duyệt: bài đăng, dự thảo và nguồn cạnh nhau, với đồng hồ của lượt giữ. */
export const viWorkspace = {
  workspace: {
    title: 'Bàn duyệt',
    open: 'Mở bàn duyệt',
    wholeItem: 'Toàn bộ bài đăng, các luận điểm và đối chiếu',
    answeredStart: '[luận điểm được trả lời:]',
    quotedBy: 'Dùng trong:',
    sourceApproved: (name: string, time: string) => `${name} phê duyệt, ${time}.`,
    notCitable: 'Không được trích dẫn',
    noSource: 'Câu này không nêu nguồn.',
    ofSentence: (sentence: string) => `Nguồn của ${sentence}.`,
    allSources: 'Hiện mọi nguồn',
    remarks: (count: number) => `Ý kiến khác (${count})`,
    writeRemark: 'Viết ý kiến (mở trang bài đăng trong thẻ mới)',
    yourVerdict: 'Bạn quyết định',
    judged: (count: string, all: string) => `Đã đánh giá ${count} trên ${all} câu.`,
    labelKey: (label: string) => `Đánh giá câu đang đọc: ${label}`,
    keysHint: 'j, k: câu sau, câu trước · 1–4: đánh giá câu đang đọc · ?: mọi phím',
    decideHint: 'Ctrl+Enter cũng ghi. Quyết định đã ghi thì không sửa được.',
    heldUntil: 'Bạn giữ mục này đến',
    left: (time: string) => `còn ${time}`,
    minutes: (count: string) => `${count} phút`,
    lastMinutes: (minutes: string) =>
      `Lượt giữ còn ${minutes} phút. Bấm “Giữ thêm” nếu bạn còn đọc.`,
    kept: 'Đã giữ thêm.',
    limit:
      'Lượt giữ này đã đến mức dài nhất (8 giờ), không giữ thêm được nữa. Hãy quyết định hoặc trả mục.',
    lost: 'Không giữ thêm được:',
    ended:
      'Lượt giữ đã hết. Đánh giá và lời bạn viết còn trên trang này: bấm ghi để xem có nhận lại được không.',
    keptText: 'Đánh giá và lời bạn viết còn nguyên bên dưới.',
    waitingTitle: 'Đang chờ người thứ hai',
    waiting:
      'Quyết định của bạn đã ghi. Người thứ hai không thấy nó trước khi đưa ra quyết định của mình.',
    toApproval: 'Xuất câu trả lời và hồ sơ đối chứng',
    yours: 'Việc của bạn',
    shares: {
      waiting: 'chờ bạn duyệt',
      held: 'bạn đang giữ',
      handed: 'được chuyển cho bạn',
      again: 'đã trở lại (từ vòng 2)',
    } satisfies Record<keyof QueueCount, string>,
  },
  workspaceNotices: {
    taken_again: 'Bạn lại giữ mục này; đánh giá và lời bạn viết còn nguyên.',
  },
};

export const viWorkspaceProblems = {
  'review:conflict:lease_token': {
    message: 'Lượt giữ của bạn đã hết; quyết định chưa được ghi.',
    remedy: 'Đánh giá và lời bạn viết còn nguyên bên dưới.',
  },
  'turn:conflict:lease_token': {
    message: 'Bạn không còn giữ mục này ở cửa sổ này.',
    remedy: 'Nhận lại ở đây, hoặc dùng cửa sổ đang giữ.',
  },
};
