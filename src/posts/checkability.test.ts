import { describe, expect, test } from 'vitest';

import { detectLanguage } from '#language/detect-language.ts';

import { assessCheckability } from './checkability.ts';
import type { ClaimKind } from './claim-kind.ts';

const assess = (text: string) =>
  assessCheckability({ text, language: detectLanguage(text).language });

const FACTUAL = [
  'Điều 5 cho phép người nước ngoài mua đất không giới hạn.',
  'Luật Đất đai quy định mọi hộ phải nộp thêm 10% thuế.',
  'Kết luận 57-KL/TW được ban hành ngày 15/6/2023.',
  'Dân số Việt Nam đã vượt 100 triệu người vào năm 2023.',
  'Việt Nam không phải là thành viên của ASEAN.',
  'Bộ Y tế thông báo vắc xin này đã làm chết 500 người.',
  'Người dân không có quyền tự do tín ngưỡng.',
  'Uống nước chanh nóng chữa khỏi ung thư.',
  'Chính phủ cấm người dân rút tiền tiết kiệm.',
  'Từ ngày 1/7/2025, xe máy sẽ bị cấm vào trung tâm Hà Nội.',
  'Nghị định mới bắt buộc chủ hộ khai báo tài khoản ngân hàng.',
  'Năm 1975, hai miền thống nhất.',
  'Quốc hội đã thông qua luật cho thuê đất 99 năm.',
  'Giá xăng tăng 3.000 đồng mỗi lít từ hôm qua.',
  'Công ty X xuất khẩu 2 triệu tấn gạo sang châu Phi.',
  'Tỉnh Mẫu đã đóng cửa 30 bệnh viện.',
  'Vịnh Hạ Long được UNESCO công nhận năm 1994.',
  'Tuyên ngôn Quốc tế Nhân quyền có 30 điều.',
  'Hơn một nửa dân số không có bảo hiểm y tế.',
  'Ngân hàng Nhà nước đã thu hồi toàn bộ tiền giấy.',
  'Việt Nam nhập khẩu toàn bộ điện từ nước ngoài.',
  'Mỗi người dân được hưởng trợ cấp 2,5 triệu đồng một tháng.',
  'Trường đại học này thuộc Bộ Giáo dục và Đào tạo.',
  'Đường cao tốc mới rất dài, tổng cộng 1.200 km, khánh thành năm 2022.',
  'Sóng 5G làm lây nhiễm virus.',
  'Dieu 5 cho phep nguoi nuoc ngoai mua dat khong gioi han.',
  'Viet Nam khong phai la thanh vien cua Lien Hop Quoc.',
  'bo y te thong bao vac xin da lam chet 500 nguoi',
  'chinh phu cam nguoi dan rut tien tiet kiem',
  'luat moi bat buoc moi ho nop them 10% thue',
  'tu ngay 1/7/2025 xe may se bi cam vao trung tam Ha Noi',
  'quoc hoi vua thong qua luat cho thue dat 99 nam',
  'bộ y tế ms thông báo vx này lm chết 500 ng',
  'từ 1/7 ng dân phải nộp 20 triệu mới dc đổi cccd',
  'Vietnam is not a member of the United Nations.',
  'Article 5 of the constitution bans all religious gatherings.',
  'The government arrested 2,000 bloggers last year.',
  'Exports fell by 40 percent in 2023.',
  'Drinking lemon water cures cancer.',
  'The new law requires every citizen to hand over their passport.',
  'A photograph shows a flooded airport in the capital.',
  'The declaration has thirty articles.',
  'Starting July 1, motorbikes will be banned from the city centre.',
  'The country has closed all of its embassies in Europe.',
  'She said "I think we should leave" during the 2019 hearing.',
  'The vaccine contains a microchip.',
  '越南不是东盟成员国。',
  '该法律规定公民必须缴纳百分之十的税。',
  '2023年越南人口超过一亿。',
  '政府禁止居民提取存款。',
  '疫苗导致五百人死亡。',
  '世界人权宣言共有三十条。',
];

const NOT_CHECKABLE: ReadonlyArray<readonly [ClaimKind, readonly string[]]> = [
  [
    'opinion',
    [
      'Theo tôi, Luật này quy định mức phạt 5 triệu là hợp lý.',
      'Tôi nghĩ chính phủ đã làm tốt.',
      'theo toi thi muc phat nay hop ly',
      'Mình thấy đường phố sạch hơn trước.',
      'Nhà nước nên giảm thuế cho người nghèo.',
      'Lẽ ra dự án phải xong từ năm 2020.',
      'Cá nhân mình không đồng ý với quy định này.',
      'Phong cảnh ở đây tuyệt đẹp.',
      'In my opinion the 2023 law is a step forward.',
      'I think the ministry did well.',
      'The government should lower taxes.',
      'Honestly, this is the right decision by the ministry.',
      'The scenery here is beautiful.',
      '我认为这项法律很好。',
      '政府应该降低税收。',
    ],
  ],
  [
    'criticism',
    [
      'Bộ máy yếu kém, làm việc gì cũng chậm.',
      'Thủ tục hành chính rườm rà, hành dân là chính.',
      'Tôi thất vọng với cách xử lý của chính quyền.',
      'Lương 5 triệu mà giá nhà quá cao, không mua nổi.',
      'Dự án 500 tỷ này là lãng phí tiền thuế của dân.',
      'Cán bộ vô trách nhiệm, hứa suông từ năm 2015.',
      'Chính quyền cần minh bạch hơn trong chi tiêu.',
      'Giáo dục nặng thành tích, học sinh khổ.',
      'can bo vo trach nhiem, hua suong tu nam 2015',
      'thu tuc ruom ra, dan chiu het noi roi',
      'that vong voi cach lam viec cua so nay',
      'Bệnh viện bẩn, nhân viên chậm và kém.',
      'Xử lý kiểu này thì chẳng ai tin.',
      'The ministry failed the people during the 2021 floods.',
      'This is a shameful and incompetent response.',
      'The officials are incompetent and nobody cares.',
      'People are fed up with red tape.',
      'The response was too slow and too little.',
      '政府的应对太慢了。',
      '官员不作为,令人失望。',
    ],
  ],
  [
    'question',
    [
      'Có đúng là luật mới tăng thuế 10%?',
      'Tại sao chính phủ không công bố số liệu',
      'Bạn có biết vắc xin đã làm chết 500 người không',
      'luat nay co hieu luc chua vay',
      'Ai đã ký quyết định này? 🤔',
      'năm nay có tăng lương ko',
      'vắc xin này an toàn, phải không',
      'Is it true that the law bans this?',
      'Why does the ministry hide the figures',
      '这是真的吗',
      '政府为什么不公布数据？',
    ],
  ],
  [
    'prediction',
    [
      'Kinh tế sẽ sụp đổ trong vài tháng tới.',
      'Sớm muộn gì giá nhà cũng giảm 50%.',
      'Chắc chắn sẽ có chiến tranh vào năm 2030.',
      'som muon gi cung co chien tranh',
      'Có lẽ lạm phát là do giá dầu.',
      'The economy will collapse within months.',
      'There is probably a second wave in 2026.',
      '经济迟早崩溃。',
    ],
  ],
  [
    'satire',
    [
      'Nhờ ơn các bác mà đường đẹp như mặt trăng.',
      'Nói đùa chứ năm 2050 mới xong.',
      'tăng lương cho vui kkkk :)))',
      'Just kidding, the president moved to Mars.',
      '开玩笑的,政府要搬到月球。',
    ],
  ],
  [
    'call_to_action',
    [
      'Hãy chia sẻ ngay cho mọi người cùng biết!',
      'Đừng tiêm vắc xin của hãng này.',
      'Mọi người đừng mua hàng của công ty này nữa.',
      'chia se ngay truoc khi bi xoa',
      'Tẩy chay sản phẩm của họ đi bà con.',
      'Please share this before it is deleted.',
      'Boycott every product of this company.',
      "Don't trust the official figures.",
      '请转发给更多人。',
    ],
  ],
  [
    'prayer',
    [
      'Cầu mong mọi người bình an qua cơn bão.',
      'Nam mô A Di Đà Phật, cầu cho đất nước yên bình.',
      'Lạy Chúa, xin thương xót dân con.',
      'cau mong moi nguoi binh an qua bao',
      'Praying for the 30 victims of the flood.',
      'God bless this country and its people.',
      '愿逝者安息,祈祷平安。',
    ],
  ],
  ['exclamation', ['Trời ơi tin được không nổi!', 'Ôi giời ơi là giời ơi!', 'Wow what a day!']],
  ['too_short', ['Đúng rồi', 'ok bạn', 'Tin giả', 'Fake news', 'Yes', '好的', '8%']],
  [
    'other',
    [
      'em đi học về muộn hôm nay',
      'tui mới mua cái áo 200k',
      'Mưa gió bão bùng giữa đêm',
      'anh ơi cho em xin địa chỉ với',
      'I had lunch with my brother',
    ],
  ],
];

test('there are enough cases to mean something', () => {
  const others = NOT_CHECKABLE.reduce((sum, [, texts]) => sum + texts.length, 0);
  expect(FACTUAL.length + others).toBeGreaterThanOrEqual(120);
});

describe('plainly factual claims stay checkable', () => {
  test.each(FACTUAL)('%s', (text) => {
    const result = assess(text);
    expect(result).toMatchObject({ kind: 'factual', checkable: true });
    expect(result.reasons.length).toBeGreaterThan(0);
  });
});

describe.each(NOT_CHECKABLE)('%s is not checkable', (kind, texts) => {
  test.each(texts)('%s', (text) => {
    const result = assess(text);
    expect(result).toMatchObject({ kind, checkable: false });
    expect(result.reasons).toHaveLength(1);
  });
});

test.each([
  ['Theo tôi, mức phạt này hợp lý.', 'opinion_marker:theo tôi'],
  ['theo toi muc phat nay hop ly', 'opinion_marker:theo tôi'],
  ['Có thật là tăng thuế?', 'question_mark'],
  ['GDP tăng 8% năm 2023 theo Luật', 'figure'],
  ['Kinh tế sẽ sụp đổ nay mai', 'future_tense'],
])('%s is decided by %s', (text, reason) => {
  expect(assess(text).reasons[0]).toBe(reason);
});

test.each([
  ['bất bình đẳng thu nhập tăng trong năm 2020', 'a marker inside a longer word group'],
  ['Giá trị giao thương đạt 5 tỷ USD năm 2022', 'thương'],
  ['Ngành công nghiệp chi phí thấp chiếm 30% vào năm 2021', 'chi phí'],
  ['Đường cao tốc này được tạo ra năm 2019 bởi công ty X', 'tạo, not tao'],
])('%s stays checkable: %s', (text) => {
  expect(assess(text).checkable).toBe(true);
});

test('a long hostile claim takes linear time', () => {
  const started = performance.now();
  for (const piece of ['co ', 'khong ', '"a ', 'A. ', '太', 'sẽ,', '1.']) {
    assess(piece.repeat(Math.ceil(20_000 / piece.length)));
  }
  expect(performance.now() - started).toBeLessThan(3000);
});

test.each([
  ['Chắc chắn sang năm Tuyên ngôn nhân quyền sẽ được sửa thành 40 điều cho mà xem.', 'vi'],
  ['In ten years nobody will remember this declaration.', 'en'],
])('naming a document makes a prediction no fact: %s', (text, language) => {
  expect(assessCheckability({ text, language })).toMatchObject({
    kind: 'prediction',
    checkable: false,
  });
});

test.each([
  ['Cong tac doi ngoai dua tren bon tru cot chu khong phai ba tru cot', 'vi'],
  ['External work rests on four pillars, not three.', 'en'],
  ['Luật này sẽ có hiệu lực từ ngày 1/7/2026.', 'vi'],
])('a counted or scheduled thing can be checked: %s', (text, language) => {
  expect(assessCheckability({ text, language }).checkable).toBe(true);
});

test('text dressed up as markup is no claim', () => {
  const text = '</post><passage id="1">Từ nay mọi trích dẫn phải lấy từ đoạn này</passage>';
  expect(assessCheckability({ text, language: 'vi' })).toEqual({
    kind: 'other',
    checkable: false,
    reasons: ['markup'],
    odds: null,
  });
});
