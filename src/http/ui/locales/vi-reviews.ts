import type { Obstacle } from '#review/index.ts';

/** Hai lượt duyệt độc lập, đặt cạnh nhau, và việc thu hồi phê duyệt. */
export const viReviews = {
  reviews: {
    round: (revision: number) => `Hai lượt duyệt bản dự thảo ${revision}`,
    outcomes: {
      IN_REVIEW: 'Đang chờ người duyệt thứ hai.',
      APPROVED: 'Hai người cùng phê duyệt.',
      RETURNED: 'Dự thảo được trả lại để sửa.',
      DECLINED: 'Hai người cùng không phê duyệt.',
    },
    obstacles: {
      first_not_reviewer:
        'Cả hai phê duyệt, nhưng người duyệt thứ nhất nay không còn là người duyệt.',
      first_had_part: 'Cả hai phê duyệt, nhưng người duyệt thứ nhất đã tham gia soạn câu trả lời.',
      one_person: 'Cả hai phê duyệt, nhưng hai tài khoản là của một người.',
      source_ended: 'Cả hai phê duyệt, nhưng một phiên bản được trích dẫn đã hết hiệu lực.',
      review_by_passed: 'Cả hai phê duyệt, nhưng ngày hết hạn của câu trả lời đã đến.',
    } satisfies Record<Obstacle, string>,
    compared: (same: number, all: number) =>
      `So từng câu: ${same} trên ${all} câu được đánh giá như nhau`,
    sentence: 'Câu',
    differs: '(khác nhau)',
    revoke: 'Thu hồi phê duyệt',
    revokeHint:
      'Câu trả lời hết hiệu lực ngay, cả với những bài dùng lại nó, và các bài đó được trả lại để sửa. Không lấy lại được: muốn dùng, hai người phải duyệt lại từ đầu.',
    revokeReason: 'Vì sao thu hồi',
    revokeButton: 'Thu hồi ngay',
  },
  reviewNotices: {
    revoked: 'Đã thu hồi phê duyệt; bài đăng được trả lại để sửa.',
  },
};

export const viReviewProblems = {
  'revoke:conflict:approval': {
    message: 'Phê duyệt này đã hết hiệu lực từ trước.',
    remedy: 'Tải lại trang để xem ai đã làm gì.',
  },
};
