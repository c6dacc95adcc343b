/** Biểu đồ của trang số liệu: tên, câu nói lên điều thấy được, và định nghĩa. */
const units = { day: 'ngày', week: 'tuần', month: 'tháng' };

export const viPlots = {
  plots: {
    sections: {
      overview: 'Tổng quan',
      intake: 'Tiếp nhận',
      review: 'Duyệt',
      quality: 'Chất lượng',
      corpus: 'Kho văn bản',
      evaluations: 'Máy và chi phí',
    },
    sectionsLabel: 'Các phần của số liệu',
    daysLabel: 'Khoảng ngày',
    presets: { 7: '7 ngày', 30: '30 ngày', 90: '90 ngày', 365: '1 năm' },
    range: (from: string, to: string, unit: keyof typeof units) =>
      `Từ ${from} đến ${to}, theo từng ${units[unit]}. Số liệu tính ngay khi mở trang.`,
    nothing: 'Chưa có gì trong những ngày này. Biểu đồ hiện ra khi có số liệu đầu tiên.',
    partialNote: 'Phần nhạt hoặc rỗng: chưa hết kỳ hoặc bị cắt bởi khoảng ngày, nên đừng so sánh.',
    partial: (name: string) => `${name} (chưa trọn)`,
    under: (value: string) => `dưới ${value}`,
    gap: '—',
    table: 'Bảng số liệu',
    csv: 'Tải về CSV',
    allCsv: 'Tải về mọi số liệu của những ngày này (CSV)',
    heading: { day: 'Ngày', week: 'Tuần từ', month: 'Tháng' },
    more: (difference: string, unit: keyof typeof units) =>
      `nhiều hơn ${difference} so với ${units[unit]} trước`,
    fewer: (difference: string, unit: keyof typeof units) =>
      `ít hơn ${difference} so với ${units[unit]} trước`,
    same: (unit: keyof typeof units) => `bằng ${units[unit]} trước`,
    latest: (unit: keyof typeof units, name: string, value: string, change: string | null) =>
      `${units[unit] === 'ngày' ? 'Ngày' : units[unit] === 'tuần' ? 'Tuần' : 'Tháng'} trọn gần nhất (${name}): ${value}${change === null ? '' : `, ${change}`}.`,
    tiles: {
      posts: 'Bài đăng mới',
      waiting: 'Đang chờ duyệt',
      decided: 'Dự thảo đã có hai người duyệt',
      returned: (share: string) => `${share} bị trả lại`,
      oldest: (median: string, max: string) => `trung vị ${median} giờ, lâu nhất ${max} giờ`,
      none: 'không có mục nào',
      submissions: (count: string) => `${count} lượt gửi`,
    },
    intake: {
      title: 'Bài đăng và lượt gửi',
      posts: 'Bài đăng mới',
      submissions: 'Lượt gửi',
      finding: (posts: string, submissions: string) => `${posts} bài mới, ${submissions} lượt gửi.`,
      definition: 'Bài mới tính theo lúc nhận lần đầu; lượt gửi gồm cả các lần gửi lại bài đã có.',
    },
    outcomes: {
      title: 'Kết luận đối chiếu',
      person: 'Có liên quan hoặc cần chuyên gia',
      finding: (claims: string, contradicted: string, without: string) =>
        `${claims} luận điểm; ${contradicted} trái với nguồn, ${without} chưa có nguồn.`,
      definition:
        'Luận điểm theo lúc bài được phân tích và kết luận hiện nay: gợi ý của máy, hoặc quyết định của người nếu đã có.',
    },
    ages: {
      title: 'Tuổi hàng đợi lúc này',
      heading: 'Đã chờ',
      items: 'Mục đang chờ',
      under: (hours: string) => `dưới ${hours}`,
      between: (from: string, to: string) => `${from}–${to}`,
      over: (hours: string) => `từ ${hours}`,
      hours: (count: string) => `${count} giờ`,
      days: (count: string) => `${count} ngày`,
      finding: (count: string, median: string, max: string) =>
        `${count} mục đang chờ; một nửa chờ không quá ${median} giờ, lâu nhất ${max} giờ.`,
      definition: 'Tính từ khi dự thảo mới nhất được trình duyệt; không phụ thuộc khoảng ngày.',
    },
    waiting: {
      title: 'Số dự thảo chờ duyệt',
      name: 'Đang chờ cuối kỳ',
      finding: (now: string, most: string) =>
        `Cuối khoảng này còn ${now} dự thảo chờ; lúc nhiều nhất là ${most}.`,
      definition:
        'Cuối mỗi ngày, tuần hoặc tháng: đã trình duyệt mà hai người chưa duyệt xong và chưa có bản mới thay.',
    },
    decided: {
      title: 'Dự thảo được quyết định',
      finding: (total: string, approved: string, returned: string) =>
        `${total} dự thảo: ${approved} được phê duyệt, ${returned} bị trả lại.`,
      definition: 'Theo ngày của lượt duyệt thứ hai.',
    },
    delay: {
      title: 'Thời gian đến quyết định (giờ)',
      median: 'Trung vị',
      p90: 'Bách phân vị 90',
      drafts: 'Dự thảo',
      finding: (median: string, p90: string) =>
        `Một nửa được quyết định trong vòng ${median} giờ, chín phần mười trong vòng ${p90} giờ.`,
      definition: 'Từ khi trình duyệt đến lượt duyệt thứ hai, theo ngày của lượt thứ hai.',
    },
    agreement: {
      title: 'Mức giống nhau của hai người duyệt',
      kappaTitle: 'κ của Cohen',
      verdicts: 'Kết luận',
      labels: 'Nhãn từng câu',
      verdictPairs: 'Số cặp kết luận',
      labelPairs: 'Số cặp nhãn',
      finding: (share: string, pairs: string) =>
        `Kết luận giống nhau ở ${share} trong ${pairs} cặp.`,
      kappaFinding: (kappa: string, pairs: string) =>
        `κ của kết luận là ${kappa}, tính từ ${pairs} cặp.`,
      few: 'Ít hơn 30 cặp: con số nói lên rất ít.',
      fewMonths: (months: string) => `Ít hơn 30 cặp, nên nói lên rất ít: ${months}.`,
      definition:
        'Lượt thứ nhất so với lượt thứ hai của cùng dự thảo, theo tháng của lượt thứ hai.',
      kappaDefinition:
        'Mức giống nhau ngoài phần ngẫu nhiên: 1 là hoàn toàn, 0 là như ngẫu nhiên. Tháng không có cặp nào, hoặc mọi câu trả lời như nhau, thì để trống.',
    },
    returned: {
      title: 'Tỷ lệ trả lại',
      name: 'Trả lại',
      drafts: 'Dự thảo đã duyệt',
      finding: (share: string, total: string) => `${share} trong ${total} dự thảo bị trả lại.`,
      definition: 'Dự thảo bị trả lại chia cho dự thảo đã có hai người duyệt, theo tháng.',
    },
    golden: {
      title: 'Duyệt đúng mục mẫu',
      name: 'Đúng kết luận, mọi người',
      readings: 'Lượt đọc',
      finding: (share: string, readings: string) =>
        `Đúng ${share} trong ${readings} lượt đọc mục mẫu.`,
      definition: 'Theo tháng, không tính hôm nay, để không ai đoán được mục nào là mục mẫu.',
    },
    abstention: {
      title: 'Tỷ lệ không trả lời',
      noPosition: 'Chưa có nguồn',
      notCheckable: 'Không kiểm chứng',
      withoutDraft: 'Bài không có dự thảo',
      claims: 'Luận điểm',
      posts: 'Bài đăng',
      finding: (share: string, claims: string) =>
        `${share} trong ${claims} luận điểm không được trả lời vì chưa có nguồn hoặc không kiểm chứng được.`,
      definition:
        'Hai đường đầu là phần của luận điểm, đường thứ ba là phần của bài đăng không có dự thảo và không dùng lại câu trả lời nào; theo lúc phân tích và kết luận hiện nay.',
    },
    noPosition: {
      title: 'Luận điểm chưa có nguồn',
      name: 'Luận điểm',
      finding: (count: string) => `${count} luận điểm chưa có nguồn.`,
      definition: 'Hiện nay chưa có nguồn, theo lúc bài của chúng được phân tích.',
    },
    gaps: {
      title: 'Điều được hỏi nhiều mà kho chưa có',
      heading: 'Luận điểm tiêu biểu',
      submissions: 'Lượt gửi',
      claims: 'Luận điểm',
      finding: (count: string, claims: string) =>
        `${count} nhóm từ ${claims} luận điểm; nặng nhất đứng đầu.`,
      definition:
        'Xếp theo số lượt gửi khác nhau, lượt cũ nhẹ dần (một nửa sau 14 ngày); vì thế số lượt gửi có thể không giảm đều.',
      compute: 'Tính các nhóm của những ngày này',
      computeNote: 'Việc này so từng luận điểm với nhau và có thể mất vài giây.',
      report: 'Mở báo cáo khoảng trống của kho',
    },
    evaluation: {
      title: (set: string) => `Đánh giá: ${set}`,
      heading: 'Lần chạy',
      finding: (share: string, day: string) => `Lần gần nhất (${day}): Recall@1 là ${share}.`,
      definition:
        'Mỗi điểm là một lần chạy trên cùng kho và cùng câu hỏi, theo ngày chạy. Khoảng ngày ở trên không áp dụng.',
      all: 'Mọi lần chạy, so sánh và khoảng tin cậy',
    },
    spend: {
      title: 'Chi phí mô hình ngôn ngữ',
      cost: 'Chi phí',
      tokens: 'Token',
      calls: 'Lượt gọi',
      finding: (cost: string, calls: string, tokens: string) =>
        `${cost} cho ${calls} lượt gọi, ${tokens} token.`,
      definition:
        'Theo đơn vị tiền của đơn giá đã đặt; đơn giá chưa đặt thì tính là 0. Lượt chưa xong tính theo phần đã giữ trước.',
    },
  },
};
export const viPlotsProblems = {};
