export const viAdminProblems = {
  'user-new:conflict:name': {
    message: 'Đã có tài khoản tên này.',
    remedy: 'Chọn tên khác; tên của tài khoản đã ngừng vẫn được giữ.',
  },
  'user-new:conflict:email': {
    message: 'Đã có tài khoản dùng địa chỉ này.',
    remedy: 'Dùng địa chỉ khác, hoặc bỏ trống.',
  },
  'user-new:validation:name': {
    message: 'Tên có từ 1 đến 100 ký tự.',
    remedy: 'Gõ tên trên một dòng.',
  },
  'user-new:validation:roles': {
    message: 'Các vai trò này không đi cùng nhau, hoặc chưa chọn vai trò nào.',
    remedy: 'Chọn ít nhất một vai trò; quản trị không đi cùng vai trò nội dung.',
  },
  'user-roles:validation:roles': {
    message: 'Các vai trò này không đi cùng nhau, hoặc chưa chọn vai trò nào.',
    remedy: 'Chọn ít nhất một vai trò; quản trị không đi cùng vai trò nội dung.',
  },
  'user-roles:conflict:roles': {
    message: 'Đây là quản trị cuối cùng đang hoạt động.',
    remedy: 'Trao quyền quản trị cho người khác trước.',
  },
  'user-roles:forbidden:id': {
    message: 'Không ai tự đổi vai trò của mình.',
    remedy: 'Nhờ một quản trị khác.',
  },
  'user-state:conflict:roles': {
    message: 'Đây là quản trị cuối cùng đang hoạt động.',
    remedy: 'Trao quyền quản trị cho người khác trước.',
  },
  'user-merge:validation:into': {
    message: 'Hai tài khoản phải khác nhau.',
    remedy: 'Nêu tài khoản mà người đó tiếp tục dùng.',
  },
  'user-merge:conflict:into': {
    message: 'Hai tài khoản này đã là của một người.',
    remedy: 'Không cần làm gì thêm.',
  },
  'user-merge:not_found:into': {
    message: 'Không có tài khoản tên này.',
    remedy: 'Gõ đúng tên đầy đủ.',
  },
  'user-merge:validation:typed': {
    message: 'Tên gõ vào không khớp.',
    remedy: 'Gõ đúng tên tài khoản sẽ bị đóng.',
  },
  'key-new:validation:label': {
    message: 'Chưa nói khóa dùng để làm gì.',
    remedy: 'Gõ 1 đến 100 ký tự.',
  },
  'key-new:validation:scopes': {
    message: 'Chủ khóa không được làm một trong các việc đã chọn.',
    remedy: 'Bỏ việc đó khỏi phạm vi.',
  },
  'key-new:forbidden:scopes': {
    message: 'Việc phải tự mình làm không cấp được qua khóa cho người khác.',
    remedy: 'Bỏ việc đó; người ấy tự đăng nhập và cấp khóa.',
  },
  'key-new:validation:days': {
    message: 'Số ngày không đúng.',
    remedy: 'Gõ số nguyên từ 1 đến 366.',
  },
  'key-new:not_found:user': {
    message: 'Không có tài khoản đang dùng tên này.',
    remedy: 'Gõ đúng tên đầy đủ, hoặc bỏ trống để cấp cho bạn.',
  },
  'threshold:validation:threshold': {
    message: 'Ngưỡng không đúng.',
    remedy: 'Gõ số từ 0 đến 1, ví dụ 0,55.',
  },
  'threshold:forbidden:id': {
    message: 'Bạn đã đề xuất ngưỡng này.',
    remedy: 'Một quản trị khác phải duyệt.',
  },
  'threshold:conflict:id': {
    message: 'Đã có quyết định khác từ khi đề xuất.',
    remedy: 'Xem ngưỡng đang áp dụng rồi đề xuất lại.',
  },
  'topic:validation:topic': {
    message: 'Chưa nêu chủ đề.',
    remedy: 'Gõ chủ đề đúng như trong văn bản.',
  },
  'topic:validation:weight': { message: 'Trọng số không đúng.', remedy: 'Gõ số từ 0 đến 5.' },
  'webhook:validation:url': {
    message: 'Không gửi được đến địa chỉ này.',
    remedy: 'Gõ địa chỉ https:// đầy đủ, không kèm tên và mật khẩu.',
  },
  'webhook:validation:events': {
    message: 'Chưa chọn sự kiện nào.',
    remedy: 'Chọn ít nhất một sự kiện.',
  },
  'webhook:conflict:url': {
    message: 'Địa chỉ này đang được dùng.',
    remedy: 'Ngừng địa chỉ cũ trước.',
  },
};
