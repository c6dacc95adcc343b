/** What the service is, for who opens it for the first time. */
export const viWelcome = {
  welcome: {
    title: 'Đối Chứng là gì',
    lead: 'Một bàn làm việc để trả lời luận điểm sai bằng nguồn chính thức, sau khi hai người đã duyệt.',
    doesTitle: 'Dịch vụ này làm gì',
    does: [
      'Nhận một bài đăng do người gửi vào, che tài khoản và số điện thoại, rồi tách thành các luận điểm.',
      'Đối chiếu từng luận điểm với kho văn bản chính thức đã được phê duyệt và còn hiệu lực.',
      'Soạn dự thảo; mỗi câu nêu nguồn mang một trích dẫn nguyên văn. Câu không có nguồn bị bỏ.',
      'Đưa dự thảo qua hai người duyệt khác nhau, không ai trong họ đã tham gia soạn.',
      'Xuất câu trả lời cùng hồ sơ để người khác kiểm tra lại được.',
    ],
    refusesTitle: 'Dịch vụ này từ chối gì',
    refuses: [
      'Không theo dõi người viết: không lưu, không lọc, không chấm điểm tác giả.',
      'Không tự đăng, không gửi đến nền tảng nào, không báo cáo ai.',
      'Không coi ý kiến, phê bình, lời cầu nguyện, châm biếm, câu hỏi hay dự đoán là sai sự thật.',
      'Không viết câu nào khi kho chưa có văn bản: thiếu nguồn thì nói là thiếu.',
      'Không để máy quyết định: máy gợi ý, người kết luận và phê duyệt.',
    ],
    demoTitle: 'Bản trình diễn',
    demoIntro:
      'Đây là bản trình diễn, văn bản nội bộ và bài đăng trong đó đều được đặt ra làm ví dụ. Mỗi người dưới đây giữ một phần việc.',
    demoPasswords:
      'Mật khẩu của họ nằm trong tệp demo-keys.json, trong thư mục dữ liệu; dòng lệnh in đường dẫn ở lần chạy đầu.',
    demoPeople: 'Những người trong bản trình diễn',
    person: 'Người',
    email: 'Thư điện tử',
    roles: 'Vai trò',
    walkTitle: 'Thử một vòng',
    walk: {
      submit: { link: 'Gửi một bài đăng', text: 'với vai trò người tiếp nhận.' },
      triage: { link: 'Quyết định có phản hồi hay không', text: 'và ghi lý do.' },
      draft: {
        link: 'Mở bài đăng trong hàng đợi',
        text: 'với vai trò người dự thảo: kết luận từng luận điểm, sửa dự thảo, gửi duyệt.',
      },
      review: {
        link: 'Nhận mục tiếp theo để duyệt',
        text: 'lần lượt với hai người duyệt: đánh giá từng câu, rồi quyết định.',
      },
      corpus: {
        link: 'Xem kho văn bản',
        text: 'để biết câu trích dẫn ở đâu ra và văn bản nào còn hiệu lực.',
      },
      audit: {
        link: 'Xem nhật ký kiểm toán',
        text: 'với vai trò kiểm toán viên: mọi việc vừa làm đều để lại dấu vết.',
      },
    },
    walkHint: 'Trang mở theo vai trò: trang không thuộc vai trò của bạn sẽ nói ai được mở.',
    keysTitle: 'Làm nhanh bằng bàn phím',
    keysHint: 'Bấm ? trên bất kỳ trang nào để xem phím của trang đó.',
    keysLink: 'Mọi phím tắt',
    start: 'Bắt đầu làm việc',
    signIn: 'Đăng nhập',
    demoLink: 'Lần đầu dùng bản trình diễn? Xem ai là ai và thử một vòng',
  },
};
