import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decodeLegacy, decodeText, detectEncoding, type Encoding } from './legacy-encoding.ts';
import { detectLegacyText } from './legacy-text.ts';

// Written by letter, so that a slip in the tables of the code shows.
const TCVN3 =
  'Ă¡Â¢Ê£Ô¤Ơ¥Ư¦Đ§ă¨â©êªô«ơ¬ư\u00ADđ®àµả¶ã·á¸ạ¹ằ»ẳ¼ẵ½ắ¾ặÆầÇẩÈẫÉấÊậËèÌẻÎẽÏéÐẹÑềÒểÓễÔếÕệÖì×ỉØĩÜíÝịÞòßỏáõâóãọäồåổæỗçốèộéờêởëỡìớíợîùïủñũòúóụôừõửöữ÷ứøựùỳúỷûỹüýýỵþ';
const VNI =
  'á aù à aø ả aû ã aõ ạ aï â aâ ấ aá ầ aà ẩ aå ẫ aã ậ aä ă aê ắ aé ằ aè ẳ aú ẵ aü ặ aë é eù è eø ẻ eû ẽ eõ ẹ eï ' +
  'ê eâ ế eá ề eà ể eå ễ eã ệ eä í í ì ì ỉ æ ĩ ó ị ò ó où ò oø ỏ oû õ oõ ọ oï ô oâ ố oá ồ oà ổ oå ỗ oã ộ oä ơ ô ớ ôù ' +
  'ờ ôø ở ôû ỡ ôõ ợ ôï ú uù ù uø ủ uû ũ uõ ụ uï ư ö ứ öù ừ öø ử öû ữ öõ ự öï ý yù ỳ yø ỷ yû ỹ yõ ỵ î đ ñ';
const VISCII =
  'ơ\u00BDư\u00DFđ\u00F0ạ\u00D5ế\u00AAệ\u00AEộ\u00B5ớ\u00BEờ\u00B6ị\u00B8ủ\u00FCừ\u00D7ứ\u00D1ự\u00F1Đ\u00D0ấ\u00A4ậ\u00A7ợ\u00FEử\u00D8á\u00E1';
const tones: Readonly<Record<string, number>> = {
  '\u0300': 0xcc,
  '\u0301': 0xec,
  '\u0303': 0xde,
  '\u0309': 0xd2,
  '\u0323': 0xf2,
};
const bases: Readonly<Record<string, number>> = {
  ă: 0xe3,
  Ă: 0xc3,
  đ: 0xf0,
  Đ: 0xd0,
  ơ: 0xf5,
  Ơ: 0xd5,
  ư: 0xfd,
  Ư: 0xdd,
};

const pairs = (list: readonly string[]): Map<string, string> =>
  new Map(list.flatMap((key, index) => (index % 2 === 0 ? [[key, list[index + 1] ?? '']] : [])));
const tcvn3 = pairs(Array.from(TCVN3));
const viscii = pairs(Array.from(VISCII));
const vniLower = pairs(VNI.split(' '));
const vni = new Map([
  ...vniLower,
  ...[...vniLower].map(([letter, code]) => [letter.toUpperCase(), code.toUpperCase()] as const),
]);
const write = (text: string, table: ReadonlyMap<string, string>): string =>
  Array.from(text, (char) => table.get(char) ?? char).join('');
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const windows1258 = (text: string): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((char) => {
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(char.normalize('NFD'))?.[0];
      const base =
        tone === undefined ? char : char.normalize('NFD').replace(tone, '').normalize('NFC');
      return [bases[base] ?? base.charCodeAt(0), ...(tone === undefined ? [] : [tones[tone] ?? 0])];
    }),
  );

const prose =
  'Thư viện giả định mở cửa từ thứ hai đến thứ bảy. Mỗi bạn đọc được mượn năm quyển sách trong hai tuần; ' +
  'người đọc trả muộn sẽ không được mượn thêm cho đến khi trả đủ sách đã mượn.';
const simple =
  'Đường đến thư viện giả định rộng: sách mới đặt ở bên trái, ấn phẩm cũ được cất ở kho.';
const encoders: Readonly<Record<string, (text: string) => Uint8Array>> = {
  tcvn3: (text) => latin1(write(text, tcvn3)),
  vni: (text) => latin1(write(text, vni)),
  'windows-1258': windows1258,
  'utf-16le': (text) => new Uint8Array(Buffer.from(text, 'utf16le')),
  'utf-16be': (text) => new Uint8Array(Buffer.from(text, 'utf16le').swap16()),
  'utf-8': (text) => new TextEncoder().encode(text),
};

describe.each(Object.entries(encoders))('bytes in %s', (encoding, encode) => {
  test.each([prose, simple, 'Thư viện giả định mở cửa', prose.repeat(2000)])('%#', (text) => {
    expect(detectEncoding(encode(text)).encoding).toBe(encoding);
    expect(decodeText(encode(text), 'a.txt')).toEqual({ text, encoding });
  });

  test('come back as they were', () => {
    const letters =
      'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđbctnh';
    const text = fc.string({
      unit: fc.constantFrom(
        ...letters,
        ...(encoding === 'tcvn3' ? 'ĐÔ' : letters.toUpperCase()),
        ' ',
        ',',
      ),
    });
    fc.assert(
      fc.property(text, (raw) => {
        expect(decodeLegacy(encode(raw), encoding as Encoding)).toBe(raw);
      }),
    );
  });
});

test('bytes in VISCII, and byte-order marks', () => {
  const text = 'Đường đến chợ: người bán, cửa hiệu, được giới thiệu.';
  expect(decodeText(latin1(write(text, viscii)), 'a.txt')).toEqual({ text, encoding: 'viscii' });
  expect(decodeText(Uint8Array.from([0xff, 0xfe, 0xf1, 0x1e]), 'a')).toMatchObject({
    text: 'ự',
    encoding: 'utf-16le',
  });
  expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]), 'a')).toEqual({
    text: 'a',
    encoding: 'utf-8',
  });
});

test('Unicode is decoded as it is, NFD and all', () => {
  const text = 'Thư viện'.normalize('NFD');
  expect(decodeText(new TextEncoder().encode(text), 'a.txt').text).toBe(text);
});

test('English and French in Windows-1252 are read, quotation marks and all', () => {
  const english = Buffer.from(
    'The library\x92s hours are \x93nine to five\x94 \x96 every day of the week.',
    'latin1',
  );
  expect(decodeText(english, 'a.txt').text).toBe(
    'The library’s hours are “nine to five” – every day of the week.',
  );
  const french = 'Les élèves sont allés à la bibliothèque où ils ont été très sages.';
  expect(decodeText(latin1(french), 'a.txt')).toEqual({ text: french, encoding: 'windows-1252' });
});

test.each([
  [
    latin1('Größe der Flächen für Bücher, schön für Müller'),
    /^a\.txt is not UTF-8, and its encoding is not clear$/,
  ],
  [latin1(write('Sách mới', tcvn3)), /not clear \(perhaps TCVN3 \(ABC, fonts \.VnTime\)\)$/],
  [latin1(write('Trường mở cửa. Größe Bücher schön', vni)), /not clear/],
  [
    Uint8Array.from([...(encoders['utf-8']?.(prose) ?? []), 0xff, 0x61]),
    /UTF-8 with a damaged byte at \d+$/,
  ],
])('%# is refused with a remedy', (bytes, message) => {
  const error = expect.objectContaining({
    message: expect.stringMatching(message) as string,
    field: 'a.txt',
  }) as Error;
  expect(() => decodeText(bytes, 'a.txt')).toThrow(error);
});

describe('detectLegacyText', () => {
  test.each([
    ['tcvn3', tcvn3, prose],
    ['vni', vni, prose],
    ['vni', vni, 'QUY ĐỊNH VỀ MƯỢN SÁCH CỦA THƯ VIỆN GIẢ ĐỊNH'],
    ['tcvn3', tcvn3, simple],
  ] as const)('%s in Latin-1 letters is converted', (encoding, table, text) => {
    const reading = detectLegacyText(write(text, table));
    expect(reading?.encoding).toBe(encoding);
    expect(reading?.convert(write(text, table))).toBe(text);
    expect(reading?.unreadable).toEqual([]);
  });

  test('capitals of .VnTimeH come back', () => {
    const raw = `THÖ LÖ M¦îN S¸CH\n§IÒU 5. Ph¹m vi\n${write(prose, tcvn3)}`;
    expect(detectLegacyText(raw)?.convert(raw)).toBe(`THỆ LỆ MƯỢN SÁCH\nĐIỀU 5. Phạm vi\n${prose}`);
  });

  test('words that stay unreadable are named', () => {
    const raw = `${write(prose, tcvn3)} ${write('Đắkmil', tcvn3)}`;
    expect(detectLegacyText(raw)?.unreadable).toEqual(['Đắkmil']);
  });

  test('beside Unicode, line by line', () => {
    const raw = `${prose}\n${write(prose, vni)}\nAbc 123\n${simple}`;
    expect(detectLegacyText(raw)?.convert(raw)).toBe(`${prose}\n${prose}\nAbc 123\n${simple}`);
  });

  test.each([
    prose,
    simple,
    'Các cá bò có là và lá, bà có cà.',
    'Vieät Nam',
    'Café Müller',
    'Les élèves sont allés à la bibliothèque où ils ont été très sages; créé, né, thé, blé, côté, forêt.',
    'Die Größe der Flächen für Bücher wäre schön; Müller hört Übungen in Köln und Düsseldorf.',
    'Señora, mañana está aquí; él comió más paella después en Málaga y Cádiz, según la niña.',
    'São Paulo não é à beira-mar; três pães, coração, ações, à noite há também é só.',
    'Nhà văn Émile Zola viết “Thérèse”; ông Müller ở Köln cũng vậy.',
    '25 °C · 30 m² § 5 ® ± ¸',
    '',
  ])('%j is left alone', (text) => {
    expect(detectLegacyText(text)).toBeNull();
  });

  test.each([
    [
      `${prose}\n${write(prose, vni)} ${prose}\n${write(prose, vni)}`,
      /line 2 mixes it with Unicode/,
    ],
    [
      write(prose, tcvn3).replaceAll('\u00AD', '').repeat(3),
      /TCVN3.*letter ư was lost|only \d+ of \d+ words/,
    ],
    [
      write(prose, tcvn3) + ' Größe Bücher schön hört über wäre läuft für müßte könnte',
      /TCVN3.*only \d+ of \d+/,
    ],
  ])('%# is refused, naming the encoding', (text, message) => {
    const error = expect.objectContaining({
      code: 'validation',
      message: expect.stringMatching(message) as string,
    }) as Error;
    expect(() => detectLegacyText(text)).toThrow(error);
  });
});
