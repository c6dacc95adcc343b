/** Why a row of a file is not imported; keys are the codes of `#posts/index.ts`. */
export const viImportRefusals = {
  not_json: {
    message: 'Dòng này không phải một đối tượng JSON.',
    remedy: 'Mỗi dòng viết một đối tượng JSON trọn vẹn.',
  },
  too_many_cells: {
    message: 'Dòng này có nhiều ô hơn số cột.',
    remedy: 'Đặt nội dung có dấu phân cách trong dấu ngoặc kép.',
  },
  text_missing: { message: 'Không có nội dung.', remedy: 'Ghi nội dung bài đăng vào dòng này.' },
  text_damaged: {
    message: 'Nội dung có ký tự hỏng, hoặc không có ký tự nào nhìn thấy được.',
    remedy: 'Xuất lại từ bản gốc, bảng mã UTF-8.',
  },
  text_too_long: {
    message: 'Nội dung dài hơn 65.536 byte.',
    remedy: 'Rút ngắn, hoặc tách thành nhiều dòng.',
  },
  platform: {
    message: 'Tên nền tảng chưa đúng.',
    remedy: 'Dùng 1–40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch nối; hoặc không ghép cột này.',
  },
  url: {
    message: 'Địa chỉ bài đăng chưa đúng.',
    remedy: 'Dùng địa chỉ đầy đủ, bắt đầu bằng https://; hoặc để trống.',
  },
  posted_at: {
    message: 'Thời điểm đăng chưa đúng.',
    remedy: 'Viết 22/11/2026 08:30 hoặc 2026-11-22T08:30:00+07:00; hoặc để trống.',
  },
};

/** Refusals of whole files and mappings; keys as `problem.ts` builds them. */
export const viIntakeProblems = {
  'import:validation:file.missing': {
    message: 'Chưa chọn tệp nào.',
    remedy: 'Chọn một tệp CSV, TSV hoặc NDJSON rồi bấm “Đọc tệp”.',
  },
  'import:validation:file.empty': {
    message: 'Tệp trống.',
    remedy: 'Kiểm tra tệp đã chép trọn vẹn chưa, rồi chọn lại.',
  },
  'import:validation:file.header_only': {
    message: 'Tệp chỉ có dòng tên cột, không có bài đăng nào.',
    remedy: 'Thêm mỗi bài đăng một dòng dưới dòng tên cột.',
  },
  'import:validation:file.spreadsheet': {
    message: 'Đây là tệp của bảng tính (như .xlsx), không phải chữ thuần.',
    remedy: 'Mở bằng bảng tính, chọn “Lưu thành” rồi “CSV UTF-8”, và chọn tệp mới.',
  },
  'import:validation:file.binary': {
    message: 'Đây không phải tệp chữ thuần.',
    remedy: 'Chọn tệp CSV, TSV hoặc NDJSON.',
  },
  'import:validation:file.encoding': {
    message: 'Không đọc được bảng mã của tệp.',
    remedy: 'Mở tệp bằng chương trình đã tạo ra nó, lưu lại với bảng mã UTF-8 rồi chọn lại.',
  },
  'import:validation:file.quotes': {
    message: 'Có dấu ngoặc kép mở mà không đóng đúng chỗ; không đọc được dòng nào.',
    remedy: 'Sửa ở dòng nêu dưới đây: đóng dấu, và dấu ngoặc kép bên trong ô viết hai lần ("").',
  },
  'import:validation:file.not_lines': {
    message: 'Không có dòng nào là một đối tượng JSON.',
    remedy: 'NDJSON viết mỗi bài đăng một đối tượng trên một dòng, không bọc trong dấu [ ].',
  },
  'import:validation:file.columns': {
    message: 'Tệp có hơn 200 cột.',
    remedy: 'Chỉ giữ các cột của bài đăng rồi chọn lại.',
  },
  'too_large:file.rows': {
    message: 'Tệp có quá nhiều dòng để nhập qua trang này.',
    remedy: 'Tách tệp, hoặc nhờ người vận hành dùng lệnh “doichung posts import”.',
  },
  'too_large:file.size': {
    message: 'Tệp quá lớn để nhập qua trang này.',
    remedy:
      'Quay lại trang “Nhập từ tệp” và chọn tệp nhỏ hơn 5 MB, hoặc nhờ người vận hành dùng lệnh “doichung posts import”.',
  },
  'import:validation:mapping.text': {
    message: 'Chưa biết cột nào là nội dung bài đăng.',
    remedy: 'Chọn cột nội dung ở phần ghép cột.',
  },
  'import:validation:mapping.twice': {
    message: 'Một cột được chọn cho hai mục.',
    remedy: 'Chọn mỗi mục một cột khác nhau.',
  },
  'import:validation:mapping.author': {
    message: 'Cột đã chọn nói ai là người viết, nên không bao giờ được đọc.',
    remedy: 'Chọn cột khác.',
  },
  'import:validation': {
    message: 'Không đọc được biểu mẫu nhập tệp.',
    remedy: 'Chọn lại tệp và làm lại từ đầu.',
  },
  'not_found:import': {
    message: 'Không có lần nhập này, hoặc nó không phải của bạn.',
    remedy: 'Xem danh sách các lần nhập.',
  },
};
