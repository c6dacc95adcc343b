/** Ý kiến, quyết định tương tự, mục mẫu và lần đọc thứ ba. */
export const viBeside = {
  comments: {
    title: 'Ý kiến',
    none: 'Chưa có ý kiến nào để bạn đọc.',
    more: 'Các ý kiến tiếp theo',
    here: 'Ý kiến về câu này',
    byReviewer: 'người duyệt',
    about: 'Về',
    whole: 'Cả mục này',
    text: 'Ý kiến của bạn',
    hint: 'Gõ @tên hoặc @[tên] để nhắc đồng nghiệp. Ý kiến không sửa, không xóa được. Trong lúc duyệt, ý kiến của người duyệt chỉ hiện với người đã quyết định; duyệt xong thì mọi người đọc được.',
    button: 'Gửi ý kiến',
    written: 'Đã ghi ý kiến.',
  },
  similar: {
    title: (count: number) => `Quyết định trước về luận điểm tương tự (${count})`,
    why: 'Máy tìm theo nghĩa gần nhau. Luận điểm gần nghĩa có thể nói điều trái ngược: hãy đọc từng luận điểm.',
    similarity: (percent: number) => `giống ${percent}%`,
    inForce: 'nguồn còn hiệu lực',
    ended: 'có nguồn không còn hiệu lực',
  },
  golden: {
    title: 'Đây là mục mẫu',
    explanation:
      'Mục này được đặt vào hàng đợi để đo chất lượng duyệt; đáp án đã biết trước. Nó không được phê duyệt và không xuất ra ngoài.',
    control: 'Dự thảo không có lỗi nào được cài vào.',
    planted: (fault: string) => `Lỗi được cài vào: ${fault}.`,
    verdicts: (expected: string, given: string) => `Đáp án: ${expected}. Bạn chọn: ${given}.`,
    right: 'Đúng.',
    wrong: 'Chưa đúng.',
    allLabels: 'Bạn đánh giá mọi câu như đáp án.',
    labels: (expected: string, given: string) => `đáp án là ${expected}; bạn chọn ${given}`,
  },
  goldenFaults: {
    number_changed: 'một con số bị đổi',
    date_changed: 'một ngày tháng bị đổi',
    name_changed: 'một tên riêng bị đổi',
    negation_dropped: 'một từ phủ định bị bỏ',
    negation_added: 'một từ phủ định được thêm',
    stance_as_fact: 'quan điểm được viết như sự thật',
    quote_elsewhere: 'trích dẫn của một đoạn khác',
  },
  thirdLook: {
    title: 'Lần đọc thứ ba',
    intro:
      'Một câu trả lời đã được hai người phê duyệt, được chọn ngẫu nhiên để người thứ ba đọc lại. Bạn chưa thấy hai lần duyệt trước.',
    waiting: (count: number) => `${count} câu trả lời đang chờ bạn.`,
    none: 'Không có câu trả lời nào chờ bạn đọc lại.',
    noneHint:
      'Khi có câu trả lời được chọn cho bạn, trang Thông báo sẽ nêu. Từ giờ đến đó, bạn có thể duyệt tiếp.',
    verdict: 'Kết luận của bạn',
    question: 'Bạn có đồng ý phê duyệt câu trả lời này không?',
    button: 'Ghi kết luận',
    given: 'Đã ghi kết luận của bạn.',
    whatNow: 'Phê duyệt vẫn còn hiệu lực. Nếu câu trả lời sai, hãy thu hồi phê duyệt.',
  },
  thirdLookVerdicts: { agree: 'Đồng ý', disagree: 'Không đồng ý' },
};

export const viBesideProblems = {
  'comment:validation:text': {
    message: 'Ý kiến trống, quá dài hoặc có ký tự hỏng.',
    remedy: 'Viết 1–5.000 ký tự, dạng chữ thuần.',
  },
  'comment:validation:sentence': {
    message: 'Dự thảo không có câu này.',
    remedy: 'Chọn lại câu trong danh sách.',
  },
  'comment:too_large': {
    message: 'Ý kiến quá dài.',
    remedy: 'Rút ngắn xuống 5.000 ký tự hoặc tách ra.',
  },
  'comment:too_many': {
    message: 'Bạn đã viết 60 ý kiến trong một giờ.',
    remedy: 'Đợi một lát rồi gửi lại; nội dung vẫn còn trong biểu mẫu.',
  },
  'comment:conflict:draft_id': {
    message: 'Dự thảo đã đổi sau khi bạn đọc.',
    remedy: 'Đọc bản mới ở trên, rồi gửi lại nếu ý kiến vẫn đúng.',
  },
  'third-look:conflict:approval': {
    message: 'Câu trả lời này không còn chờ lần đọc thứ ba.',
    remedy: 'Đọc câu trả lời tiếp theo, nếu có.',
  },
  'third-look:conflict:content_sha256': {
    message: 'Dự thảo không phải bản bạn đã đọc.',
    remedy: 'Tải lại trang và đọc lại.',
  },
};
