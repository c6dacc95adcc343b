/**
 * Code tables of the Vietnamese encodings before Unicode, as published: TCVN 5712:1993 VN3 (fonts .Vn…,
 * "ABC"), VISCII (RFC 1456) and VNI for Windows (fonts VNI-…).
 */

/** Bytes A1 to FE; a dot where nothing is assigned. Capitals with tones do not exist in it. */
const TCVN3 =
  'ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ';
/** Bytes 80 to FF. */
const VISCII =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';
const VISCII_CONTROLS = [
  [0x02, 'Ẳ'],
  [0x05, 'Ẵ'],
  [0x06, 'Ẫ'],
  [0x14, 'Ỷ'],
  [0x19, 'Ỹ'],
  [0x1e, 'Ỵ'],
] as const;
/** A vowel, what follows it, and the letters both make. */
const VNI_PAIRS = [
  ['a', 'ùøûõïâáàåãäêéèúüë', 'áàảãạâấầẩẫậăắằẳẵặ'],
  ['e', 'ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'],
  ['o', 'ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'],
  ['ô', 'ùøûõï', 'ớờởỡợ'],
  ['u', 'ùøûõï', 'úùủũụ'],
  ['ö', 'ùøûõï', 'ứừửữự'],
  ['y', 'ùøûõ', 'ýỳỷỹ'],
] as const;
const VNI_SINGLES = ['ôöñíìæóòî', 'ơưđíìỉĩịỵ'] as const;

/** From the Latin-1 character with the byte's number to the letter. */
export const tcvn3Letters: ReadonlyMap<string, string> = new Map(
  Array.from(TCVN3, (letter, rank) => [String.fromCharCode(0xa1 + rank), letter] as const).filter(
    ([, letter]) => letter !== '.',
  ),
);

/** From the byte to the letter. */
export const visciiLetters: ReadonlyMap<number, string> = new Map<number, string>([
  ...Array.from(VISCII, (letter, rank) => [0x80 + rank, letter] as const),
  ...VISCII_CONTROLS,
]);

/** From one or two Latin-1 characters to the letter; the mark may be of either case. */
export const vniLetters: ReadonlyMap<string, string> = new Map(
  [
    ...VNI_PAIRS.flatMap(([vowel, marks, letters]) =>
      Array.from(marks, (mark, rank) => [vowel, mark, letters[rank] ?? ''] as const),
    ),
    ...Array.from(VNI_SINGLES[0], (char, rank) => [char, '', VNI_SINGLES[1][rank] ?? ''] as const),
  ].flatMap(([vowel, mark, letter]) => {
    const upper = vowel.toUpperCase();
    return [
      [vowel + mark, letter] as const,
      [vowel + mark.toUpperCase(), letter] as const,
      [upper + mark, letter.toUpperCase()] as const,
      [upper + mark.toUpperCase(), letter.toUpperCase()] as const,
    ];
  }),
);

/** One letter of VNI: two characters before one, because "aù" is á and "ù" alone nothing. */
export const vniLetter = new RegExp(
  [
    ...VNI_PAIRS.map(
      ([vowel, marks]) => `[${vowel}${vowel.toUpperCase()}][${marks}${marks.toUpperCase()}]`,
    ),
    '[\\u00C0-\\u00FF]',
  ].join('|'),
  'g',
);
