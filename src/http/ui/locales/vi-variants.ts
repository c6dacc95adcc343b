import type { VariantGap } from '#drafting/index.ts';

/** The page that shows what drafts a claim can be answered with. */
export const viVariants = {
  variants: {
    title: 'Các phương án dự thảo',
    intro:
      'Máy xếp trích dẫn nguyên văn theo từng đối tượng, độ dài và ngôn ngữ. Chưa phương án nào được lưu cho đến khi bạn lấy nó làm bản mới.',
    link: 'Xem các phương án dự thảo',
    back: 'Về bài đăng',
    claim: 'Luận điểm',
    show: 'Xem',
    all: 'tất cả',
    usual: 'theo luận điểm và nguồn',
    characters: (count: number) => `${count} ký tự, không kể tiêu đề`,
    take: 'Lấy làm bản mới',
    findings: 'Điều cần xem khi sửa',
    gaps: {
      not_checkable: 'Không có dự thảo: luận điểm này không phải điều để đối chiếu.',
      nothing_quotable: 'Không có dự thảo: không nguồn nào đang có hiệu lực trả lời được.',
      no_source_in_language: 'Không có dự thảo: kho chưa có nguồn bằng ngôn ngữ này.',
      too_long:
        'Không có dự thảo ngắn: trích dẫn ngắn nhất vẫn vượt 280 ký tự, mà trích dẫn thì không cắt bớt.',
      refused_by_gate: 'Không có dự thảo: phần qua được kiểm tra nguồn không đủ thành bài trả lời.',
    } satisfies Record<VariantGap, string>,
  },
};

export const viVariantProblems = {
  'redraft:conflict:content_sha256': {
    message: 'Nguồn hoặc cách trích của phương án này đã thay đổi từ lúc bạn xem.',
    remedy: 'Mở lại các phương án dự thảo và lấy bản đang có.',
  },
  'redraft:conflict:length': {
    message: 'Bản ngắn không chứa đủ cả bài trả lời.',
    remedy: 'Chọn độ dài khác: trích dẫn không cắt bớt cho vừa.',
  },
  'redraft:conflict:language': {
    message: 'Không có nguồn trả lời luận điểm này bằng ngôn ngữ đã chọn.',
    remedy: 'Chọn tiếng Việt hoặc tiếng Anh, hoặc nhờ gắn bản dịch chính thức vào kho.',
  },
};
