/** Signing in, proving who one is, and one's own account. */
export const viAccount = {
  login: {
    title: 'Đăng nhập',
    intro: 'Tài khoản do quản trị tạo. Chưa có tài khoản hoặc quên mật khẩu: hỏi quản trị.',
    email: 'Địa chỉ thư điện tử',
    password: 'Mật khẩu',
    button: 'Đăng nhập',
    or: 'Hoặc',
    withProvider: (name: string) => `Đăng nhập bằng ${name}`,
    codeTitle: 'Nhập mã xác thực',
    codeIntro: 'Mở ứng dụng xác thực và nhập mã 6 chữ số đang hiện.',
    lostDevice: 'Mất thiết bị: dùng mã dự phòng',
    backupCode: 'Một mã dự phòng chưa dùng',
    code: 'Mã xác thực',
    codeButton: 'Tiếp tục',
    again: 'Đăng nhập lại từ đầu',
    leaving: 'Đang chuyển trang…',
    goOn: 'Tiếp tục',
  },
  confirm: {
    title: 'Xác nhận danh tính',
    intro: 'Bạn đăng nhập đã lâu. Trước khi quyết định, hãy nhập lại mật khẩu hoặc mã xác thực.',
    proof: 'Mật khẩu hoặc mã xác thực',
    button: 'Xác nhận',
    signInAgain: 'Không có mật khẩu: đăng xuất rồi đăng nhập lại.',
  },
  account: {
    title: 'Tài khoản của tôi',
    passwordTitle: 'Đổi mật khẩu',
    current: 'Mật khẩu hiện tại',
    fresh: 'Mật khẩu mới',
    passwordHint:
      '12–128 ký tự; dùng được chữ có dấu và dấu cách. Một câu ngắn chỉ bạn biết là tốt nhất. Các phiên đăng nhập khác sẽ kết thúc.',
    passwordButton: 'Đổi mật khẩu',
    noPassword: 'Tài khoản này không có mật khẩu.',
    twoFactorTitle: 'Xác thực hai bước',
    twoFactorOn: 'Đang bật: đăng nhập cần mật khẩu và mã.',
    twoFactorOff: 'Đang tắt: đăng nhập chỉ cần mật khẩu.',
    enrol: 'Bật xác thực hai bước',
    remove: 'Tắt xác thực hai bước',
    enrolTitle: 'Thêm ứng dụng xác thực',
    scan: 'Quét mã này bằng ứng dụng xác thực, rồi nhập mã 6 chữ số mà ứng dụng hiện.',
    qr: 'Mã QR cho ứng dụng xác thực',
    secret: 'Không quét được: nhập khóa này vào ứng dụng',
    backupCodes:
      'Mã dự phòng, mỗi mã dùng một lần khi mất thiết bị. Chép lại và cất nơi an toàn: trang này không hiện lại.',
    confirmCode: 'Bật',
    keysHint: 'Để chương trình của bạn dùng dịch vụ này thay bạn, không cần mật khẩu.',
    keysLink: 'Xem và cấp khóa API của tôi',
    sessionsTitle: 'Phiên đăng nhập',
    sessionsCaption: (count: number) => `${count} phiên đang mở, mới nhất trước`,
    startedAt: 'Bắt đầu',
    expiresAt: 'Hết hạn',
    browser: 'Trình duyệt',
    address: 'Địa chỉ mạng',
    thisOne: 'Phiên này',
    end: 'Kết thúc',
    actions: 'Thao tác',
    unknown: 'không rõ',
  },
  accountNotices: {
    preferences: 'Đã lưu lựa chọn hiển thị trong trình duyệt này.',
    password: 'Đã đổi mật khẩu. Các phiên khác đã kết thúc.',
    enrolled: 'Đã bật xác thực hai bước.',
    removed: 'Đã tắt xác thực hai bước.',
    ended: 'Đã kết thúc phiên.',
  },
};

export const viAccountProblems = {
  'unauthenticated:sign_in': {
    message: 'Địa chỉ và mật khẩu không khớp.',
    remedy: 'Kiểm tra lại cả hai. Quên mật khẩu: nhờ quản trị đặt mật khẩu mới.',
  },
  'unauthenticated:code': {
    message: 'Mã không đúng.',
    remedy: 'Đợi mã tiếp theo rồi nhập, hoặc dùng một mã dự phòng chưa dùng.',
  },
  'unauthenticated:code.expired': {
    message: 'Lần đăng nhập này đã quá lâu.',
    remedy: 'Nhập lại địa chỉ và mật khẩu.',
  },
  'unauthenticated:oidc': {
    message: 'Không đăng nhập được bằng tài khoản đó.',
    remedy: 'Nhờ quản trị tạo tài khoản với địa chỉ thư mà nơi cấp đã xác minh.',
  },
  'upstream:oidc': {
    message: 'Nơi cấp đăng nhập không trả lời.',
    remedy: 'Đăng nhập bằng mật khẩu, hoặc thử lại sau.',
  },
  too_many: {
    message: 'Đã thử quá nhiều lần.',
    remedy: 'Đợi 15 phút rồi thử lại.',
  },
  confirmation_needed: {
    message: 'Cần xác nhận lại danh tính trước khi quyết định.',
    remedy: 'Nhập mật khẩu hoặc mã xác thực trong biểu mẫu rồi gửi lại; nội dung bạn viết vẫn còn.',
  },
  'confirmation_needed:proof': {
    message: 'Mật khẩu hoặc mã không đúng.',
    remedy: 'Nhập mật khẩu dùng để đăng nhập, hoặc mã 6 chữ số đang hiện.',
  },
  'forbidden:current': {
    message: 'Mật khẩu hiện tại không đúng.',
    remedy: 'Nhập mật khẩu bạn đang dùng để đăng nhập.',
  },
  'forbidden:password': {
    message: 'Mật khẩu không đúng.',
    remedy: 'Nhập mật khẩu bạn đang dùng để đăng nhập.',
  },
  'validation:password': {
    message: 'Mật khẩu phải có 12–128 ký tự.',
    remedy: 'Chọn một câu ngắn mà chỉ bạn biết.',
  },
  'validation:password.common': {
    message: 'Mật khẩu này quá phổ biến.',
    remedy: 'Chọn một câu ngắn mà chỉ bạn biết.',
  },
  'validation:password.own': {
    message: 'Mật khẩu trùng với tên hoặc địa chỉ của bạn.',
    remedy: 'Chọn một câu ngắn mà chỉ bạn biết.',
  },
  'validation:code': {
    message: 'Mã không đúng.',
    remedy: 'Kiểm tra đồng hồ của thiết bị, rồi nhập mã đang hiện.',
  },
};
