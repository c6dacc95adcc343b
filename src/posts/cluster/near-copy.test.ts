import { describe, expect, test } from 'vitest';
import { nearCopy } from './near-copy.ts';
import { nearKeys } from './near-keys.ts';
import { nearText } from './near-text.ts';

const first =
  'Từ tháng sau Thư viện giả định ở Hà Nội sẽ cho mỗi bạn đọc mượn tối đa 5 cuốn sách trong 30 ngày. ' +
  'Học sinh dưới 18 tuổi được miễn phí và có phòng đọc riêng. Mời cả nhà cùng đến đọc sách cuối tuần.';
const sentences = first.split(/(?<=\.) /u);
const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
const like = (copy: string, text = first) => nearCopy(nearText(text), nearText(copy));

describe('one cluster', () => {
  test.each([
    ['without marks', bare(first)],
    ['half without marks', `${bare(sentences[0] ?? '')}${sentences.slice(1).join('')}`],
    ['in decomposed letters', first.normalize('NFD')],
    ['in capitals', first.toUpperCase()],
    ['as keys of an input method', first.replace('sách', 'sachs').replace('được', 'dduwowcj')],
    ['with a letter held down', first.replace('phí', 'phíííí')],
  ])('typed otherwise: %s', (_how, copy) => {
    expect(like(copy)).not.toBeNull();
  });

  test.each([
    ['hashtags and emoji at both ends', `#tin #nong ${first} 😡😡 #ChiaSeNgay #thuvien`],
    ['a preface', `Mọi người ơi vào đọc tin này nhé: ${first}`],
    ['a preface with a name', `Chị Lan ở Huế vừa gửi cho nhóm mình.\n${first}`],
    ['an ending', `${first} Chia sẻ cho bạn bè nhé!`],
    ['a sentence added', `${sentences[0]} Nghe vui quá cả nhà ơi. ${sentences[1]} ${sentences[2]}`],
    ['a sentence cut', `${sentences[0]} ${sentences[1]}`],
    ['a sentence with a number cut', `${sentences[0]} ${sentences[2]}`],
    ['a filler word', first.replace('sẽ cho', 'sẽ bắt đầu cho'.replace('bắt đầu ', 'luôn '))],
    ['letters that changed places', first.replace('riêng', 'rêing')],
    ['line breaks', first.replaceAll('. ', '.\n\n')],
  ])('%s', (_what, copy) => {
    expect(like(copy)).not.toBeNull();
  });
});

describe('another cluster', () => {
  test.each([
    ['another number', first.replace('5 cuốn', '3 cuốn')],
    ['another number in words', first.replace('5 cuốn', 'ba cuốn')],
    ['another age', first.replace('18 tuổi', '16 tuổi')],
    ['a number gone', first.replace('tối đa 5 cuốn', 'nhiều cuốn')],
    ['a number without marks changed', bare(first.replace('30 ngày', '90 ngày'))],
    ['another date', first.replace('Từ tháng sau', 'Từ ngày 1/1/2027')],
    ['a denial added', first.replace('được miễn phí', 'không được miễn phí')],
    ['a denial added, typed short', first.replace('được miễn phí', 'ko đc miễn phí')],
    ['an opposite', first.replace('được miễn phí', 'phải trả phí')],
    ['another place', first.replace('Hà Nội', 'Đà Nẵng')],
    ['another name of one word', first.replace('ở Hà Nội', 'ở Huế')],
    ['a name added', first.replace('ở Hà Nội', 'ở Hà Nội và Huế')],
    ['said to be untrue before', `Tin giả, đừng chia sẻ: ${first}`],
    ['said to be untrue after', `${first} Thông tin trên là sai sự thật.`],
    ['a sentence with a number added', `${first} Phí thẻ là 50.000 đồng.`],
    ['words that changed places', first.replace('bạn đọc mượn tối đa', 'mượn tối đa bạn đọc')],
    ['another text', 'Hôm nay trời mưa to ở nhiều nơi, các bạn nhớ mang áo mưa khi đi học nhé.'],
    ['nothing but signs', '!!! 😡'],
  ])('%s', (_what, copy) => {
    expect(like(copy)).toBeNull();
  });

  test('a denial taken away, whichever post came first', () => {
    const denied = first.replace('được miễn phí', 'không được miễn phí');
    expect(like(first, denied)).toBeNull();
    expect(like(`${first} Tin này là bịa đặt.`)).toBeNull();
    expect(like(first, `${first} Tin này là bịa đặt.`)).toBeNull();
  });

  test('numbers in words that differ in their marks alone', () => {
    const text = 'Thư viện giả định cho mượn bảy cuốn sách một lần và mở cửa cả ngày chủ nhật.';
    expect(like(text.replace('bảy', 'bày'), text)).toBeNull();
    expect(like(text.replace('bảy', 'bay'), text)).not.toBeNull();
  });
});

describe('a short post', () => {
  const short = 'Thư viện mở cửa lúc 8 giờ';
  test.each([
    [short, true],
    [`${short}!!! 😂 #thuvien`, true],
    ['thư viện mở cửa lúc 8 giờ', true],
    ['Thư viện mở cửa lúc 9 giờ', false],
    ['Thu vien mo cua luc 8 gio', false],
    [`${short} nhé`, false],
  ])('is compared whole: %s', (copy, same) => {
    expect(like(copy, short) !== null).toBe(same);
    const [left, right] = [nearKeys(nearText(short)), nearKeys(nearText(copy))];
    expect(left.some((key) => right.includes(key))).toBe(same);
  });
});

test('keys are the same each time, fit 64 bits, and meet those of a copy', () => {
  const keys = nearKeys(nearText(first));
  expect(keys).toEqual(nearKeys(nearText(first)));
  expect(keys.every((one) => BigInt.asIntN(64, one) === one)).toBe(true);
  const copy = nearKeys(nearText(`Mọi người ơi: ${bare(first)}`));
  expect(keys.some((one) => copy.includes(one))).toBe(true);
  const other = nearKeys(
    nearText('Chiều nay đội bóng của trường thắng hai trận liền, cả lớp rất vui.'),
  );
  expect(keys.some((one) => other.includes(one))).toBe(false);
});

test('the longest post is read and compared in reasonable time', () => {
  const long = `${first} `.repeat(300).slice(0, 60_000);
  const started = performance.now();
  expect(nearCopy(nearText(long), nearText(`Đọc đi: ${long}`))).not.toBeNull();
  expect(nearKeys(nearText(long)).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(5000);
});
