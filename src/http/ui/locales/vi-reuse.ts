/** Câu trả lời đã duyệt được dùng lại cho bài đăng khác. */
export const viReuse = {
  reuse: {
    suggestion: (number: number) => `Luận điểm ${number} đã có câu trả lời được duyệt?`,
    why: 'Máy gợi ý vì hai luận điểm có cùng từ ngữ, con số và ngày tháng. Hãy so hai luận điểm rồi mới xác nhận.',
    thisClaim: 'Luận điểm của bài này',
    answeredClaim: 'Luận điểm đã được trả lời',
    noDifference: 'Không từ nào khác, ngoài dấu tiếng Việt và thứ tự.',
    differences: 'Từ chỉ có ở một bên được khoanh.',
    answer: 'Câu trả lời đã duyệt',
    approvedBy: (first: string, second: string, time: string) =>
      `${first} và ${second} duyệt, ${time}`,
    reviewBy: (day: string) => `hết hạn ngày ${day}`,
    noReviewBy: 'chưa đặt ngày hết hạn',
    answeredPost: 'Xem bài đăng được trả lời trước',
    contributed: 'Bạn đã tham gia soạn câu trả lời này; để một người khác xác nhận.',
    open: 'Dùng lại câu trả lời này',
    consequence:
      'Việc này ghi dưới tên bạn, cùng một lý do: quyết định Phản hồi, kết luận Trái với nguồn, và bài đăng thành Đã phê duyệt.',
    reason: 'Vì sao câu trả lời này hợp với bài đăng này',
    button: 'Xác nhận dùng lại',
    title: 'Dùng lại câu trả lời đã duyệt',
    confirmed: (name: string, time: string) =>
      `${name} xác nhận câu trả lời đã duyệt cho một bài đăng khác hợp với bài này, ${time}.`,
    exportHint:
      'Bản xuất là của câu trả lời ấy; mã băm bài đăng trong đó là của bài được trả lời trước.',
    takeBack: 'Rút lại việc dùng lại',
    takeBackReason: 'Vì sao rút lại',
    takeBackButton: 'Rút lại và trả bài để sửa',
    endedByApproval: 'Câu trả lời dùng lại không còn hiệu lực, nên bài này cần câu trả lời khác.',
    endedByPerson: (name: string, time: string) => `${name} đã rút lại việc dùng lại, ${time}.`,
  },
  reuseNotices: {
    reused: 'Đã ghi xác nhận dùng lại.',
    reuseEnded: 'Đã rút lại việc dùng lại; bài đăng được trả lại để sửa.',
  },
  lostAnswers: {
    expired: 'Phê duyệt đã hết hạn',
    reuse_ended: 'Câu trả lời dùng lại đã hết hiệu lực',
  } satisfies Record<'expired' | 'reuse_ended', string>,
};

export const viReuseProblems = {
  'reuse:conflict:approval_id': {
    message: 'Câu trả lời này hôm nay không còn hiệu lực, hoặc trả lời luận điểm khác.',
    remedy: 'Tải lại trang; câu trả lời nào còn hợp thì được gợi ý ở đó.',
  },
  'reuse:conflict:post': {
    message: 'Trạng thái của bài đăng không còn cho phép việc này.',
    remedy: 'Tải lại trang để xem ai đã làm gì.',
  },
  'reuse:forbidden': {
    message: 'Bạn đã tham gia soạn câu trả lời này, nên không thể xác nhận.',
    remedy: 'Để một người khác xác nhận.',
  },
};
