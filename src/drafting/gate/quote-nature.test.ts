import { expect, test } from 'vitest';
import { natureOf } from './quote-nature.ts';

const FACTS_VI = [
  'Thư viện giả định mở cửa từ 8 giờ đến 17 giờ các ngày trong tuần.',
  'Kết luận được ban hành ngày 15 tháng 6 năm 2023.',
  'Tỷ lệ che phủ rừng của tỉnh giả định là 42,5 % vào năm 2020.',
  'Luật này quy định về quyền và nghĩa vụ của người đọc.',
  'Người nào trộm cắp tài sản của thư viện thì bị phạt tiền.',
  'Không ai bị tra tấn hay bị đối xử tàn bạo.',
  'Mọi người đều có quyền sống, tự do và an toàn cá nhân.',
  'Nghị định này có hiệu lực từ ngày 1 tháng 1 năm 2024.',
  'Tòa án yêu cầu đương sự nộp bản sao hồ sơ trong 10 ngày.',
  'Người yêu cầu cấp thẻ phải nộp hồ sơ tại quầy.',
  'Hội đồng gồm 15 thành viên do đại hội bầu ra.',
  'Trường hợp hồ sơ hợp lệ, cơ quan đề nghị cấp phép trong 5 ngày.',
  'Thư viện có 3 tầng và 120.000 đầu sách.',
  'Hồ sơ đề nghị gồm đơn và bản sao giấy tờ.',
];
const STANCES_VI = [
  'Chúng tôi kiên quyết phản đối mọi hành vi phá hoại sách.',
  'Thư viện giả định khẳng định không thu phí người đọc.',
  'Chủ trương nhất quán của thư viện là phục vụ miễn phí.',
  'Thư viện kêu gọi các bên giữ gìn tài sản chung.',
  'Thư viện yêu cầu các bên chấm dứt ngay việc làm này.',
  'Ban quản lý cho rằng việc mở cửa thêm giờ là cần thiết.',
  'Thư viện hết sức coi trọng ý kiến của người đọc.',
  'Chúng tôi hoan nghênh kết quả của cuộc gặp.',
  'Thư viện bác bỏ những thông tin không đúng sự thật.',
  'Chúng tôi lên án hành vi đốt sách.',
  'Thư viện sẵn sàng trao đổi với mọi người đọc.',
  'Đây là lập trường rõ ràng của ban quản lý.',
  'Thư viện cam kết giữ kín thông tin của người đọc.',
  'Luật này thể hiện chủ trương nhất quán của thư viện.',
];
const FACTS_EN = [
  'The imaginary library opened its third floor in 2019.',
  'Everyone has the right to life, liberty and security of person.',
  'This Act comes into force on 1 January 2024.',
  'No one shall be subjected to torture.',
  'The report counts 120,000 books on three floors.',
  'A person who damages a book shall be fined.',
  'The board has fifteen members elected for three years.',
  'The applicant shall state what he or she believes to be the facts.',
  'Pursuant to this article, the reader is entitled to a receipt.',
];
const STANCES_EN = [
  'The library affirms that reading is free for all.',
  'The library strongly condemns the burning of books.',
  'The board calls upon all parties to respect the reading room.',
  'The board is of the view that opening hours are sufficient.',
  'The library resolutely opposes any fee.',
  'We welcome the outcome of the meeting.',
  'It is our consistent policy to lend without charge.',
  'The board urges readers to return books in time.',
  'The library expresses its concern over missing volumes.',
  'The board reaffirms its commitment to open access.',
  'The library rejects these claims.',
];

test.each([
  ...FACTS_VI.map((quote) => [quote, 'vi', 'fact']),
  ...STANCES_VI.map((quote) => [quote, 'vi', 'stance']),
  ...FACTS_EN.map((quote) => [quote, 'en', 'fact']),
  ...STANCES_EN.map((quote) => [quote, 'en', 'stance']),
])('%s', (quote, language, nature) => {
  expect(natureOf(quote, language)).toBe(nature);
  expect(natureOf(quote.normalize('NFD'), language)).toBe(nature);
});

test('a quote of an unknown language is read with all lists', () => {
  expect(natureOf('The library rejects these claims.')).toBe('stance');
  expect(natureOf('Thư viện lên án việc đốt sách.', 'fr')).toBe('stance');
  expect(natureOf('Bibliothèque fermée le lundi.', 'fr')).toBe('fact');
});
