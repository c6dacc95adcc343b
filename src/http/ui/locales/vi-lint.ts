import type { DraftLength } from '#db/schema/index.ts';
import type { DraftLanguage, LintCode, LintText } from '#drafting/index.ts';

/** What the ten rules of a rebuttal say of a draft, and the form in which a person edits it. */
export const viLint = {
  lint: {
    title: 'Mười quy tắc phản hồi',
    summary: (blocking: number, warning: number) =>
      `${blocking} điều chặn, ${warning} điều cần lưu ý`,
    clean: 'Không có gì phải sửa.',
    unchecked: 'Dự thảo này được soạn trước khi có bước kiểm tra mười quy tắc.',
    blocked: 'Dự thảo bị chặn, chưa gửi duyệt được. Nội dung bạn viết vẫn được giữ nguyên.',
    wholeDraft: 'Cả dự thảo',
    severities: { H: 'Chặn', W: 'Lưu ý' },
    rule: (number: string) => `quy tắc ${number}`,
    failing: 'Có câu chưa qua được kiểm tra nguồn: xem ghi chú ngay ở từng câu.',
    missing: 'sửa các điều chặn nêu ở đầu dự thảo',
    findings: {
      no_response_decision: {
        message: 'Chưa ai quyết định phản hồi bài đăng này.',
        remedy: 'Ghi quyết định Phản hồi kèm lý do.',
      },
      headline_not_fact: {
        message: 'Tiêu đề không phải là sự thật.',
        remedy: 'Để tiêu đề nêu sự thật, kèm trích dẫn.',
      },
      headline_uncited: {
        message: 'Tiêu đề không trích nguồn nào.',
        remedy: 'Chọn đoạn trích và chép câu mà tiêu đề dựa vào.',
      },
      headline_question: {
        message: 'Tiêu đề là một câu hỏi.',
        remedy: 'Nêu thẳng sự thật: người đọc nhớ câu hỏi và quên câu trả lời.',
      },
      headline_restates_myth: {
        message: 'Tiêu đề nhắc lại luận điểm sai.',
        remedy: 'Bỏ những chữ này: tiêu đề chỉ nói điều đúng.',
      },
      first_not_fact: {
        message: 'Dự thảo không mở đầu bằng sự thật.',
        remedy: 'Đặt một câu Sự thật có trích dẫn lên đầu.',
      },
      first_uncited: {
        message: 'Câu đầu không trích nguồn nào.',
        remedy: 'Chọn đoạn trích và chép câu mà sự thật này dựa vào.',
      },
      no_myth: {
        message: 'Dự thảo không nêu luận điểm mà nó trả lời.',
        remedy: 'Thêm một câu Luận điểm sai, ngay sau câu Cảnh báo.',
      },
      second_myth: {
        message: 'Luận điểm sai được nêu nhiều hơn một lần.',
        remedy: 'Giữ một câu Luận điểm sai, bỏ câu này.',
      },
      myth_without_warning: {
        message: 'Ngay trước luận điểm sai không có câu cảnh báo.',
        remedy: 'Đặt một câu Cảnh báo liền trước câu này.',
      },
      restates_myth: {
        message: 'Câu này nhắc lại luận điểm sai.',
        remedy: 'Bỏ những chữ này: luận điểm sai chỉ nêu một lần, ở câu Luận điểm sai.',
      },
      long_quote_of_post: {
        message: 'Hơn 12 chữ liền nhau lấy từ bài đăng.',
        remedy: 'Rút ngắn, chỉ giữ đủ để người đọc nhận ra luận điểm.',
      },
      link_to_post: {
        message: 'Dự thảo dẫn đến bài đăng hoặc đến nơi bài đăng dẫn tới.',
        remedy: 'Bỏ địa chỉ này: nó chỉ đưa thêm người đọc đến bài đăng.',
      },
      no_why: {
        message: 'Không có câu nào nói vì sao luận điểm sai.',
        remedy: 'Thêm một câu Vì sao sai kèm trích dẫn chứng minh.',
      },
      why_uncited: {
        message: 'Lý do không trích nguồn nào.',
        remedy: 'Chọn đoạn trích và chép câu cho thấy luận điểm sai ở đâu.',
      },
      why_says_only_wrong: {
        message: 'Lý do chỉ nói rằng luận điểm sai.',
        remedy: 'Trích điều chứng minh: con số, ngày, quy định hoặc sự việc đúng.',
      },
      no_alternative: {
        message: 'Chưa có cách giải thích khác để thay cho luận điểm sai.',
        remedy: 'Thêm một câu Giải thích khác, hoặc đánh dấu rằng kho văn bản không có.',
      },
      alternative_too_complex: {
        message: 'Cách giải thích khác khó đọc hơn luận điểm sai.',
        remedy: 'Trích một câu ngắn hơn: nhiều nhất 25 chữ, hoặc bằng số chữ của luận điểm.',
      },
      last_not_fact: {
        message: 'Dự thảo không kết thúc bằng sự thật.',
        remedy: 'Đặt một câu Sự thật có trích dẫn xuống cuối: người đọc nhớ câu cuối.',
      },
      too_few_facts: {
        message: 'Câu Sự thật không nhiều hơn câu Luận điểm sai.',
        remedy: 'Thêm một câu Sự thật, hoặc bớt câu Luận điểm sai.',
      },
      uncited: {
        message: 'Câu này không trích nguồn nào.',
        remedy: 'Chọn đoạn trích và chép trích dẫn, hoặc bỏ câu: không nguồn thì không viết.',
      },
      fabricated: {
        message: 'Trích dẫn không có trong đoạn trích.',
        remedy: 'Chép nguyên văn từ đoạn trích.',
      },
      stitched: {
        message: 'Trích dẫn ghép từ nhiều chỗ.',
        remedy: 'Mỗi câu trích một chỗ; tách thành hai câu.',
      },
      misattributed: {
        message: 'Câu không nêu văn bản được trích, hoặc nêu sai chỗ.',
        remedy: 'Ghi đúng tên văn bản, số hiệu và điều khoản được trích.',
      },
      not_in_force: {
        message: 'Phiên bản được trích chưa duyệt hoặc hôm nay không có hiệu lực.',
        remedy: 'Trích phiên bản đang có hiệu lực, hoặc soạn lại từ phiên bản đó.',
      },
      not_citable: {
        message: 'Văn bản này là hướng dẫn nội bộ, không được trích dẫn.',
        remedy: 'Trích một văn bản công khai, hoặc bỏ câu.',
      },
      number_mismatch: {
        message: 'Con số này không có trong trích dẫn nào của câu.',
        remedy: 'Dùng con số của trích dẫn, hoặc trích đoạn có con số này.',
      },
      date_mismatch: {
        message: 'Ngày tháng này không có trong trích dẫn nào của câu.',
        remedy: 'Dùng ngày tháng của trích dẫn, hoặc trích đoạn có ngày tháng này.',
      },
      name_mismatch: {
        message: 'Tên riêng này không có trong trích dẫn nào của câu.',
        remedy: 'Bỏ tên này, hoặc trích đoạn có tên này.',
      },
      negation_flip: {
        message: 'Câu thêm chữ phủ định mà trích dẫn không có, hoặc cắt mất chữ phủ định.',
        remedy: 'Trích trọn câu và không thêm chữ phủ định nào.',
      },
      quantifier_shift: {
        message: 'Câu thêm phạm vi, điều kiện mà trích dẫn không có, hoặc cắt mất.',
        remedy: 'Trích trọn câu, giữ nguyên “chỉ”, “phần lớn”, “trừ” và các chữ tương tự.',
      },
      unsupported_sentence: {
        message: 'Những chữ này nói điều mà không trích dẫn nào nói.',
        remedy: 'Chỉ giữ tên nguồn và trích dẫn, hoặc bỏ những chữ này.',
      },
      altered_warning: {
        message: 'Câu cảnh báo có lời ngoài mẫu.',
        remedy: 'Dùng nguyên câu cảnh báo theo mẫu của ngôn ngữ này.',
      },
      altered_myth: {
        message: 'Luận điểm sai không được nêu bằng chính lời của nó.',
        remedy: 'Giữ lời mở đầu theo mẫu và các chữ của luận điểm, đúng thứ tự, không thêm gì.',
      },
      person_directed: {
        message: 'Những chữ này phán xét con người, gán ý đồ hoặc xúc phạm.',
        remedy: 'Bỏ đi: chỉ nói về luận điểm, không bao giờ về người nêu.',
      },
      answers_opinion: {
        message: 'Luận điểm là ý kiến, phê bình, câu hỏi hoặc tương tự.',
        remedy: 'Đặt kết luận Không kiểm chứng: không phản bác.',
      },
      no_review_by: {
        message: 'Chưa có ngày xem lại câu trả lời này.',
        remedy: 'Đặt ngày xem lại, ví dụ một năm kể từ hôm nay.',
      },
      review_by_past: {
        message: 'Ngày xem lại đã đến.',
        remedy: 'Đặt một ngày sắp tới: từ ngày đó phê duyệt hết hiệu lực.',
      },
      review_by_far: {
        message: 'Ngày xem lại còn hơn hai năm nữa.',
        remedy: 'Đặt ngày sớm hơn, khi mọi người còn nhớ vì sao trả lời.',
      },
    } satisfies Record<LintCode, LintText> as Readonly<Record<LintCode, LintText>>,
  },
  draftChanges: {
    since: (revision: number) => `Thay đổi so với bản ${revision}`,
    sinceReviewed: (revision: number) => `Thay đổi so với bản ${revision}, bản người duyệt đã đọc`,
    same: 'Lời văn không đổi.',
  },
  editForm: {
    form: 'Cả dự thảo',
    reviewBy: 'Ngày xem lại',
    reviewByHint: (day: string) =>
      `Từ ngày này phê duyệt hết hiệu lực. Thường là một năm, tức ${day}; để trống thì không có ngày.`,
    noAlternative: 'Kho văn bản không có cách giải thích khác',
    length: 'Độ dài',
    language: 'Ngôn ngữ',
    lengths: {
      short: 'Ngắn (tối đa 280 ký tự)',
      statement: 'Tuyên bố ngắn',
      note: 'Bản đầy đủ',
      qa: 'Hỏi và đáp',
    } satisfies Record<DraftLength, string>,
    languages: {
      vi: 'Tiếng Việt',
      en: 'Tiếng Anh',
      zh: 'Tiếng Trung',
      fr: 'Tiếng Pháp',
      ru: 'Tiếng Nga',
    } satisfies Record<DraftLanguage, string>,
  },
};

export const viLintProblems = {
  'submit:conflict:headline': {
    message: 'Dự thảo bị chặn vì tiêu đề.',
    remedy: 'Sửa tiêu đề rồi gửi lại.',
  },
  'submit:conflict:sentences[]': {
    message: 'Dự thảo bị chặn vì một câu.',
    remedy: 'Sửa câu đó rồi gửi lại.',
  },
  'submit:conflict:sentences': {
    message: 'Dự thảo bị chặn vì chưa phải một bài phản hồi trọn vẹn.',
    remedy: 'Sửa điều nêu dưới đây rồi gửi lại.',
  },
  'validation:headline.text': {
    message: 'Tiêu đề trống hoặc có ký tự hỏng.',
    remedy: 'Viết tiêu đề bằng chữ thuần.',
  },
  'validation:sentences[].text': {
    message: 'Một câu có ký tự hỏng hoặc quá dài.',
    remedy: 'Viết lại câu bằng chữ thuần.',
  },
  'validation:review_by': {
    message: 'Ngày xem lại không phải là một ngày có thật.',
    remedy: 'Chọn một ngày, hoặc để trống.',
  },
};
