import { describe, expect, test } from 'vitest';
import { wordingKey } from './claim-wording.ts';
import { isSameClaim } from './same-claim.ts';

const library = 'Thư viện giả định thu phí mượn sách của học sinh dưới 18 tuổi từ năm 2023.';
const road = 'Tuyến đường giả định Lạc Hà dài 14 km và tốn 1.500 tỷ đồng.';
const ban = 'Bộ Văn hoá giả định cấm người dân mang sách tiếng Anh vào thư viện Lạc Hà.';
const bridge = 'Cầu Sông Mây giả định bị đóng cửa vì nứt trụ số 3.';
const english = 'The Lac Ha library charges students 20,000 dong for each borrowed book.';
const rice = 'Công ty Mây Xanh giả định xuất khẩu 500 tấn gạo sang Nhật Bản trong năm 2022.';

/** What two claims are to one another, the first, the second. */
type Pair = readonly [kind: string, left: string, right: string];

/** One claim, written in two ways that differ in spelling, order, notation or empty words. */
const respelled: readonly Pair[] = [
  ['copied', library, library],
  [
    'without diacritics',
    library,
    'thu vien gia dinh thu phi muon sach cua hoc sinh duoi 18 tuoi tu nam 2023',
  ],
  ['without diacritics', road, 'Tuyen duong gia dinh Lac Ha dai 14km va ton 1500 ty dong'],
  [
    'without diacritics',
    ban,
    'bo van hoa gia dinh cam nguoi dan mang sach tieng anh vao thu vien lac ha',
  ],
  ['without diacritics', bridge, 'cau song may gia dinh bi dong cua vi nut tru so 3'],
  [
    'without diacritics',
    rice,
    'Cong ty May Xanh gia dinh xuat khau 500 tan gao sang Nhat Ban trong nam 2022',
  ],
  ['in capitals', bridge, 'CẦU SÔNG MÂY GIẢ ĐỊNH BỊ ĐÓNG CỬA VÌ NỨT TRỤ SỐ 3!!!'],
  ['other place of the tone mark', ban, ban.replace('hoá', 'hóa')],
  [
    'chat spelling',
    'Thư viện giả định không cho học sinh mượn sách được nữa',
    'Thư viện giả định ko cho học sinh mượn sách đc nữa',
  ],
  ['other notation', road, road.replace('1.500 tỷ', '1500 tỷ')],
  ['other notation', library, library.replace('18 tuổi', 'mười tám tuổi')],
  ['hearsay before it', library, `Nghe nói ${library}`],
  ['hearsay before it', bridge, `Mọi người ơi, nghe đồn ${bridge}`],
  ['hearsay before it', english, `They say that ${english}`],
  ['a call after it', bridge, 'Cầu Sông Mây giả định bị đóng cửa vì nứt trụ số 3, chia sẻ ngay!'],
  [
    'a part moved',
    library,
    'Từ năm 2023 thư viện giả định thu phí mượn sách của học sinh dưới 18 tuổi.',
  ],
  [
    'a part moved',
    rice,
    'Trong năm 2022, Công ty Mây Xanh giả định xuất khẩu 500 tấn gạo sang Nhật Bản.',
  ],
  ['empty words', bridge, 'Cầu Sông Mây giả định đã bị đóng cửa vì nứt trụ số 3 đó.'],
  ['empty words', library, library.replace('của học sinh', 'của các học sinh')],
  [
    'emoji and stretched letters',
    bridge,
    '🔥 Cầu Sông Mây giả định bị đóng cửaaaa vì nứt trụ số 3 🔥',
  ],
  [
    'a hyphen or none',
    'Văn bản giả định 12-QĐ/LH bắt mọi hộ dân nộp 5% thu nhập.',
    'văn bản giả định 12-QĐ/LH bắt mọi hộ dân nộp 5 % thu nhập',
  ],
];

/** One claim in other words: a person would call it the same, and no rule can tell it from a different one. */
const reworded: readonly Pair[] = [
  ['a synonym', library, library.replace('thu phí', 'thu tiền')],
  ['a synonym', bridge, bridge.replace('đóng cửa', 'ngừng hoạt động')],
  ['a synonym', ban, ban.replace('cấm người dân', 'không cho người dân')],
  [
    'active and passive',
    library,
    'Học sinh dưới 18 tuổi bị thư viện giả định thu phí mượn sách từ năm 2023.',
  ],
  ['a classifier left out', road, road.replace('Tuyến đường', 'Đường')],
  [
    'other order inside',
    rice,
    'Công ty Mây Xanh giả định xuất khẩu sang Nhật Bản 500 tấn gạo trong năm 2022.',
  ],
  [
    'other words',
    english,
    'Students must pay 20,000 dong for every book they borrow at the Lac Ha library.',
  ],
  ['digits in groups', english, english.replace('20,000', '20 000')],
  ['a converted unit', road, road.replace('14 km', '14.000 m')],
];

/** Two claims: what answers one may be wrong about the other. */
const different: readonly Pair[] = [
  ['another number', library, library.replace('18', '16')],
  ['another number', road, road.replace('14 km', '41 km')],
  ['another number', road, 'tuyen duong gia dinh lac ha dai 14 km va ton 15000 ty dong'],
  ['another number', bridge, bridge.replace('số 3', 'số 4')],
  ['another number', english, english.replace('20,000', '2,000')],
  ['another number', library, library.replace('18 tuổi', 'mười sáu tuổi')],
  ['another unit', road, road.replace('14 km', '14 m')],
  ['another unit', road, road.replace('tỷ đồng', 'triệu đồng')],
  ['another scale', road, 'tuyen duong gia dinh lac ha dai 14 km va ton 1,5 ty dong'],
  ['another bound', rice, rice.replace('500 tấn', 'hơn 500 tấn')],
  ['another bound', rice, rice.replace('500 tấn', 'gần 500 tấn')],
  ['a range', rice, rice.replace('500 tấn', '500 đến 700 tấn')],
  ['another year', library, library.replace('2023', '2021')],
  ['a day for a year', library, library.replace('từ năm 2023', 'từ ngày 5/3/2023')],
  ['another time', library, library.replace('từ năm', 'trước năm')],
  ['another place', road, road.replace('Lạc Hà', 'Bình Khê')],
  ['another place', road, 'tuyen duong gia dinh binh khe dai 14 km va ton 1500 ty dong'],
  ['another place', rice, rice.replace('Nhật Bản', 'Hàn Quốc')],
  ['another place in small letters', ban, ban.replace('Lạc Hà', 'đồng mây').toLowerCase()],
  ['a place more', bridge, bridge.replace('giả định', 'giả định ở Bình Khê')],
  ['another body', ban, ban.replace('Bộ Văn hoá', 'Bộ Giáo dục')],
  ['another actor', rice, rice.replace('Mây Xanh', 'Mây Trắng')],
  ['another thing', rice, rice.replace('gạo', 'thép')],
  ['another thing', ban, ban.replace('sách tiếng Anh', 'sách tiếng Pháp')],
  ['another group', library, library.replace('học sinh', 'sinh viên')],
  ['another cause', bridge, bridge.replace('nứt', 'sụt')],
  ['negated', library, library.replace('thu phí', 'không thu phí')],
  ['negated', ban, ban.replace('cấm', 'không cấm')],
  ['negated', bridge, 'cau song may gia dinh khong bi dong cua vi nut tru so 3'],
  ['negated', english, english.replace('charges', 'never charges')],
  ['negated', bridge, bridge.replace('bị đóng', 'chưa bị đóng')],
  ['the opposite', rice, rice.replace('xuất khẩu', 'nhập khẩu')],
  ['the opposite', ban, ban.replace('cấm', 'khuyến khích')],
  ['the opposite', bridge, bridge.replace('đóng cửa', 'mở cửa')],
  [
    'another quantifier',
    'Văn bản giả định 12-QĐ/LH bắt mọi hộ dân nộp 5% thu nhập.',
    'Văn bản giả định 12-QĐ/LH bắt một số hộ dân nộp 5% thu nhập.',
  ],
  ['another quantifier', library, library.replace('của học sinh', 'của tất cả học sinh')],
  [
    'another document',
    'Văn bản giả định 12-QĐ/LH bắt mọi hộ dân nộp 5% thu nhập.',
    'Văn bản giả định 21-QĐ/LH bắt mọi hộ dân nộp 5% thu nhập.',
  ],
  ['hedged', bridge, bridge.replace('bị đóng', 'có thể bị đóng')],
  ['planned', library, library.replace('giả định thu', 'giả định sẽ thu')],
  ['asked', bridge, 'Cầu Sông Mây giả định bị đóng cửa vì nứt trụ số 3 phải không?'],
  [
    'roles turned round',
    'Đội Mây Xanh giả định đánh bại đội Mây Trắng.',
    'Đội Mây Trắng giả định đánh bại đội Mây Xanh.',
  ],
  [
    'roles turned round',
    'Hàng giả định đi từ Lạc Hà sang Bình Khê.',
    'Hàng giả định đi từ Bình Khê sang Lạc Hà.',
  ],
  [
    'numbers changed over',
    'Phí giả định là 5 đồng cho học sinh và 9 đồng cho sinh viên.',
    'Phí giả định là 9 đồng cho học sinh và 5 đồng cho sinh viên.',
  ],
  ['a part more', road, road.replace('.500 tỷ đồng', '.500 tỷ đồng do dân đóng góp')],
  ['a part less', road, 'Tuyến đường giả định Lạc Hà dài 14 km.'],
  ['an attribution', library, `Theo Sở Văn hoá Lạc Hà, ${library}`],
  [
    'marks that tell words apart',
    'Thư viện giả định bán sách cho học sinh Lạc Hà.',
    'Thư viện giả định bàn sách cho học sinh Lạc Hà.',
  ],
  ['another topic', library, bridge],
  ['another topic', road, rice],
  ['another topic', english, 'The Lac Ha bridge was closed after a crack was found in pillar 3.'],
  [
    'another language',
    'Thư viện Lạc Hà thu 20.000 đồng.',
    'The Lac Ha library charges 20,000 dong.',
  ],
  ['too short to say what of', 'Họ thu phí.', 'họ thu phí'],
];

const found = (pairs: readonly Pair[]) => pairs.filter(([, a, b]) => isSameClaim(a, b));

describe('isSameClaim', () => {
  test.each(respelled)('%s is the same: %s | %s', async (_, left, right) => {
    expect(isSameClaim(left, right)).toBe(true);
    expect(await wordingKey(left)).toBe(await wordingKey(right));
    expect(isSameClaim(right, left)).toBe(true);
  });

  test.each(different)('%s is another: %s | %s', (_, left, right) => {
    expect(isSameClaim(left, right)).toBe(false);
    expect(isSameClaim(right, left)).toBe(false);
  });

  test('never takes two claims for one, at the price of those in other words', () => {
    const suggested = found([...respelled, ...reworded, ...different]);
    const right = found([...respelled, ...reworded]);
    expect({
      pairs: respelled.length + reworded.length + different.length,
      precision: right.length / suggested.length,
      recallRespelled: found(respelled).length / respelled.length,
      recallReworded: found(reworded).length / reworded.length,
    }).toEqual({ pairs: 82, precision: 1, recallRespelled: 1, recallReworded: 0 });
  });
});
