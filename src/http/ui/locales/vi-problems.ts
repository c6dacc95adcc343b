/** What a refused request means for the person in front of the page; keys as `problem.ts` builds them. */
export const viProblems = {
  validation: { message: 'Nội dung gửi lên chưa đúng.', remedy: 'Sửa lại rồi gửi lần nữa.' },
  forbidden: {
    message: 'Bạn không được làm việc này.',
    remedy: 'Nhờ một người có vai trò phù hợp.',
  },
  unauthenticated: {
    message: 'Phiên đăng nhập đã hết.',
    remedy:
      'Đăng nhập trong một thẻ khác, rồi quay lại trang trước và gửi lần nữa: nội dung bạn viết vẫn còn trong biểu mẫu.',
  },
  not_found: { message: 'Không tìm thấy.', remedy: 'Kiểm tra lại địa chỉ, hoặc quay về hàng đợi.' },
  conflict: {
    message: 'Việc này không còn làm được ở trạng thái hiện tại.',
    remedy: 'Xem lại mục này rồi quyết định.',
  },
  too_large: {
    message: 'Nội dung quá dài.',
    remedy: 'Rút ngắn xuống dưới 65.536 byte hoặc tách ra.',
  },
  unavailable: {
    message: 'Dịch vụ tạm thời không trả lời được.',
    remedy: 'Đợi một lát rồi thử lại.',
  },
  'validation:text': {
    message: 'Nội dung bài đăng trống hoặc có ký tự hỏng.',
    remedy: 'Dán lại nội dung, dạng chữ thuần, bảng mã UTF-8.',
  },
  'validation:platform': {
    message: 'Tên nền tảng chưa đúng.',
    remedy: 'Dùng 1–40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch nối, ví dụ “facebook”.',
  },
  'validation:url': {
    message: 'Địa chỉ bài đăng chưa đúng.',
    remedy: 'Dùng địa chỉ đầy đủ, bắt đầu bằng https://, hoặc để trống.',
  },
  'validation:posted_at': {
    message: 'Thời điểm đăng chưa đúng.',
    remedy: 'Chọn ngày và giờ, hoặc để trống.',
  },
  'validation:reason': {
    message: 'Cần ghi lý do.',
    remedy: 'Viết lý do trong 1–2.000 ký tự; người khác sẽ đọc.',
  },
  'validation:decision': {
    message: 'Chưa chọn quyết định.',
    remedy: 'Chọn một quyết định phản hồi.',
  },
  'validation:outcome': { message: 'Chưa chọn kết luận.', remedy: 'Chọn một kết luận đối chiếu.' },
  'validation:verdict': {
    message: 'Chưa chọn quyết định duyệt.',
    remedy: 'Chọn một trong ba quyết định.',
  },
  'validation:labels': {
    message:
      'Có câu chưa được đánh giá, hoặc dự thảo có câu không được nguồn xác nhận mà vẫn được phê duyệt.',
    remedy:
      'Đánh giá mọi câu, kể cả tiêu đề; trả lại hoặc từ chối dự thảo có câu không được xác nhận.',
  },
  'validation:passages': {
    message: 'Chưa chọn đoạn trích nào.',
    remedy: 'Chọn ít nhất một đoạn trích để dự thảo dựa vào.',
  },
  'validation:cursor': { message: 'Trang này không còn.', remedy: 'Quay về đầu hàng đợi.' },
  'validation:headline.citations[].quote': {
    message: 'Trích dẫn của tiêu đề không có trong đoạn trích đã chọn.',
    remedy: 'Chép nguyên văn từ đoạn trích.',
  },
  'validation:sentences[].citations[].quote': {
    message: 'Trích dẫn không có trong đoạn trích đã chọn.',
    remedy: 'Chép nguyên văn từ đoạn trích.',
  },
  'conflict:post': {
    message: 'Trạng thái của bài đăng không còn cho phép việc này.',
    remedy: 'Dự thảo chỉ đổi được trước khi duyệt, hoặc sau khi bị trả lại.',
  },
  'conflict:claim': {
    message:
      'Luận điểm này không làm tiếp được: kết luận đã khóa, hoặc không nguồn nào đang có hiệu lực trả lời được.',
    remedy: 'Đợi dự thảo được trả lại, hoặc đặt kết luận là Chưa có nguồn.',
  },
  'outcome:conflict:outcome': {
    message: 'Luận điểm này không thể bị kết luận là trái với nguồn.',
    remedy: 'Ý kiến, phê bình, câu hỏi và tương tự kết thúc ở Không kiểm chứng.',
  },
  'submit:conflict:outcome': {
    message: 'Luận điểm được trả lời chưa có người kết luận là trái với nguồn.',
    remedy: 'Một người dự thảo đặt kết luận Trái với nguồn trước.',
  },
  'conflict:response': {
    message: 'Chưa có quyết định phản hồi bài đăng này.',
    remedy: 'Ghi quyết định Phản hồi kèm lý do trước.',
  },
  'conflict:content_sha256': {
    message: 'Dự thảo đã thay đổi sau khi bạn đọc.',
    remedy: 'Đọc lại dự thảo bên dưới rồi làm lại.',
  },
  'conflict:base_revision': {
    message: 'Đã có bản dự thảo mới hơn bản bạn đang sửa.',
    remedy: 'Chép lại phần bạn viết, xem bản mới rồi sửa trên bản đó.',
  },
  'conflict:lease_token': {
    message: 'Lượt giữ của bạn đã hết; mục này đã trở về hàng đợi.',
    remedy: 'Nhận mục tiếp theo từ hàng đợi.',
  },
  'conflict:item': { message: 'Bạn không giữ mục này.', remedy: 'Nhận mục tiếp theo từ hàng đợi.' },
  'review:forbidden': {
    message: 'Quyết định này không được ghi: hai người không tham gia soạn mới được duyệt.',
    remedy: 'Để một người duyệt khác quyết định.',
  },
  'not_found:post': { message: 'Không có bài đăng này.', remedy: 'Quay về hàng đợi.' },
  'not_found:claim': { message: 'Không có luận điểm này.', remedy: 'Tải lại trang.' },
};
