/** Refusals of the corpus pages; keys as `problem.ts` builds them. */
export const viCorpusProblems = {
  'upload:validation': {
    message: 'Không nhập được tệp này.',
    remedy: 'Chi tiết bên dưới nói tệp vướng ở đâu; chọn tệp khác hoặc sửa tệp rồi nhập lại.',
  },
  'upload:validation:missing': {
    message: 'Chưa chọn tệp nào.',
    remedy: 'Chọn một tệp có nội dung rồi nhập.',
  },
  'upload:too_large': {
    message: 'Tệp quá lớn để nhập qua trang này.',
    remedy: 'Tách nhỏ tệp, hoặc nhờ quản trị nhập bằng dòng lệnh.',
  },
  'version-edit:conflict:revision': {
    message: 'Dự thảo đã được người khác sửa sau khi bạn mở trang này.',
    remedy: 'Chép lại phần bạn nhập bên dưới, mở lại trang này rồi sửa trên bản mới.',
  },
  'version-edit:conflict:version': {
    message: 'Phiên bản này không còn là dự thảo nên không sửa được.',
    remedy: 'Nhập nội dung cần đổi thành một phiên bản mới.',
  },
  'version-edit:validation:changes': {
    message: 'Chưa có gì thay đổi.',
    remedy: 'Sửa ít nhất một mục rồi lưu.',
  },
  'version-edit:validation:title': {
    message: 'Tên văn bản chưa đúng.',
    remedy: 'Ghi tên văn bản trong 1–1.000 ký tự.',
  },
  'version-edit:validation:language': {
    message: 'Mã ngôn ngữ chưa đúng.',
    remedy: 'Dùng mã hai chữ cái, ví dụ vi hoặc en.',
  },
  'version-edit:validation:issued_on': {
    message: 'Ngày ban hành chưa đúng.',
    remedy: 'Chọn một ngày, hoặc để trống.',
  },
  'version-edit:validation:valid_from': {
    message: 'Ngày bắt đầu có hiệu lực chưa đúng.',
    remedy: 'Chọn một ngày.',
  },
  'version-edit:validation:valid_to': {
    message: 'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
    remedy: 'Chọn ngày đầu tiên văn bản không còn hiệu lực, hoặc để trống.',
  },
  'version-edit:validation:recheck_by': {
    message: 'Ngày kiểm tra lại chưa đúng.',
    remedy: 'Chọn một ngày, hoặc để trống.',
  },
  'version-edit:validation:source_url': {
    message: 'Địa chỉ nguồn chưa đúng.',
    remedy: 'Dùng địa chỉ đầy đủ, bắt đầu bằng https://, hoặc để trống.',
  },
  'version-approve:conflict:approver': {
    message: 'Bạn đã soạn hoặc sửa phiên bản này nên không duyệt được.',
    remedy: 'Nhờ một người không tham gia soạn duyệt.',
  },
  'version-approve:conflict:revision': {
    message: 'Dự thảo đã được sửa sau khi bạn đọc.',
    remedy: 'Đọc lại bản mới bên dưới rồi mới duyệt.',
  },
  'version-approve:conflict:version': {
    message: 'Phiên bản này không còn duyệt được.',
    remedy:
      'Nó đã được quyết định, hoặc một phiên bản mới hơn đã được duyệt: xem mọi phiên bản của văn bản.',
  },
  'version-approve:conflict:supersedes': {
    message: 'Các văn bản sẽ thay thế nhau theo vòng tròn.',
    remedy: 'Bỏ một văn bản khỏi danh sách bị thay thế.',
  },
  'version-discard:conflict:version': {
    message: 'Phiên bản này không còn là dự thảo.',
    remedy: 'Chỉ dự thảo mới bỏ được; phiên bản đã duyệt thì thu hồi.',
  },
  'version-withdraw:conflict:version': {
    message:
      'Phiên bản này không thu hồi được: chưa được duyệt, hoặc đã hết hiệu lực trước ngày đó.',
    remedy: 'Xem thời gian hiệu lực bên dưới.',
  },
  'version-withdraw:validation:from': {
    message: 'Ngày thu hồi chưa đúng.',
    remedy: 'Chọn ngày từ khi phiên bản bắt đầu có hiệu lực trở đi.',
  },
  'version-verify:validation:recheck_by': {
    message: 'Ngày kiểm tra lại phải sau hôm nay.',
    remedy: 'Chọn một ngày sau hôm nay, hoặc để trống.',
  },
  'version-verify:conflict:version': {
    message: 'Chỉ phiên bản đã duyệt mới ghi nhận kiểm tra.',
    remedy: 'Dự thảo được kiểm tra khi duyệt.',
  },
  'validation:as_of': { message: 'Ngày chưa đúng.', remedy: 'Chọn một ngày có trong lịch.' },
  'validation:q': { message: 'Không tìm được với nội dung này.', remedy: 'Hãy viết vài từ.' },
  'too_large:q': { message: 'Nội dung tìm quá dài.', remedy: 'Mỗi lần hãy tìm một luận điểm.' },
  'validation:since': { message: 'Ngày chưa đúng.', remedy: 'Chọn một ngày có trong lịch.' },
  'dismiss:conflict:id': {
    message: 'Phát hiện này đã có người gỡ.',
    remedy: 'Không còn gì phải làm.',
  },
  'not_found:id': { message: 'Không có phát hiện này.', remedy: 'Tải lại trang tình trạng kho.' },
  'conflict:version': {
    message: 'Phiên bản này không còn ở trạng thái cho phép việc đó.',
    remedy: 'Xem lại phiên bản rồi quyết định.',
  },
  'not_found:version': { message: 'Không có phiên bản này.', remedy: 'Quay về kho văn bản.' },
  'not_found:document': { message: 'Không có văn bản này.', remedy: 'Quay về kho văn bản.' },
};
