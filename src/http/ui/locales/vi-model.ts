/** What is said of a language model's part in a draft. */
export const viModel = {
  model: {
    madeWith: (model: string, prompt: string) => `mô hình ngôn ngữ ${model}, lời nhắc ${prompt}`,
    failed: (reason: string) =>
      `Mô hình ngôn ngữ không dùng được: ${reason}; đây là bản xếp trích dẫn.`,
    waiting:
      'Mô hình ngôn ngữ đang soạn; đây là bản xếp trích dẫn. Nếu bạn sửa, bản của mô hình sẽ không được lưu.',
    failures: {
      timeout: 'hết thời gian chờ',
      no_connection: 'không kết nối được',
      rate_limited: 'bên cung cấp đang giới hạn số yêu cầu',
      key_refused: 'khóa truy cập bị từ chối',
      bad_status: 'bên cung cấp báo lỗi',
      refused: 'mô hình từ chối trả lời',
      cut_short: 'câu trả lời bị cắt giữa chừng',
      too_large: 'câu trả lời quá dài',
      empty: 'câu trả lời rỗng',
      not_json: 'câu trả lời không đúng định dạng JSON',
      wrong_schema: 'câu trả lời không đúng mẫu đã yêu cầu',
      circuit_open: 'bên cung cấp lỗi nhiều lần liên tiếp nên tạm ngừng gọi',
      no_sources: 'không có đoạn trích nào dùng được',
      over_draft_budget: 'đoạn trích dài quá hạn mức của một dự thảo',
      over_length: 'trích dẫn quá dài cho một dự thảo ngắn',
      nothing_arranged: 'mô hình không tìm được trích dẫn nào trả lời luận điểm',
      gate_refused: 'những gì mô hình trả lời không qua được khâu kiểm tra trích dẫn',
      stray_quote: 'mô hình trích một câu không nói về luận điểm này',
      budget_spent: 'đã hết hạn mức của ngày hôm nay',
      instructions_found: 'bài đăng có lời ra lệnh cho máy nên không gửi cho mô hình',
      overtaken: 'đã có người soạn trong lúc chờ',
      sources_changed: 'nguồn thay đổi trong lúc chờ',
      interrupted: 'tiến trình bị ngắt giữa chừng',
      unexpected: 'lỗi bất ngờ',
    },
  },
};
