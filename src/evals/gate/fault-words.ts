import type { FaultKind } from './gate-case.ts';

type Words = Readonly<Record<Exclude<FaultKind, 'stitched'>, readonly string[]>>;

/**
 * Words somebody could put around a true quote to make it say more than it says. `{n}` is a number of two
 * digits, `{name}` a name of another passage. Written without reading the gate's own lists.
 */
export const AROUND: Readonly<Record<'vi' | 'en', Words>> = {
  vi: {
    number: [
      'áp dụng cho {n} nước',
      'với {n} phiếu thuận',
      'lần thứ {n}',
      'tại trang {n}',
      'cả hai lần',
      'gấp ba lần',
    ],
    date: [
      'kể từ năm 20{n}',
      'ngày 3/{m}/2019',
      'từ tháng {m}',
      'hôm qua',
      'vào thứ Hai',
      'từ thế kỷ trước',
    ],
    negation: [
      'không hề đúng rằng',
      'trái với điều cho rằng',
      'chưa bao giờ có chuyện',
      'bác bỏ rằng',
      'phủ nhận rằng',
      'không còn hiệu lực',
    ],
    entity: [
      'tại {name}',
      'áp dụng cho {name}',
      'theo lời {name}',
      'ở nước X-Lan',
      'do ông {name} ký',
      'của tổ chức ABC',
    ],
    quantifier: [
      'chỉ một số người',
      'trong mọi trường hợp',
      'hầu hết đều thừa nhận',
      'chỉ khi có lệnh',
      'luôn luôn',
      'trừ người nước ngoài',
    ],
    unit: [
      'trong bán kính {n} km',
      'khoảng {n} %',
      'suốt {n} giờ',
      'hết {n} triệu đồng',
      'nặng {n} kg',
      'trong {n} thế kỷ',
    ],
    attribution: [
      'do Bộ Công an công bố',
      'như Thủ tướng đã nói',
      'được chính phủ xác nhận',
      'các chuyên gia khẳng định',
      'báo chí đưa tin',
      'tòa án đã phán quyết',
    ],
  },
  en: {
    number: [
      'applied by {n} states',
      'with {n} votes in favour',
      'for the {n}th time',
      'on page {n}',
      'twice over',
      'three times as often',
    ],
    date: [
      'since 20{n}',
      'on 3 May 20{n}',
      'as of last March',
      'yesterday',
      'on Monday',
      'since the last century',
    ],
    negation: [
      'it is not true that',
      'contrary to the idea that',
      'it has never been held that',
      'denies that',
      'rejects that',
      'no longer in force',
    ],
    entity: [
      'in {name}',
      'applied to {name}',
      'in the words of {name}',
      'in Xlandia',
      'signed by {name}',
      'of the ABC Group',
    ],
    quantifier: [
      'only some people',
      'in every case',
      'most admit',
      'only by order',
      'always',
      'except foreigners',
    ],
    unit: [
      'within {n} km',
      'about {n} %',
      'for {n} hours',
      'costing {n} million dollars',
      'weighing {n} kg',
      'over {n} centuries',
    ],
    attribution: [
      'published by the Ministry',
      'as the Prime Minister said',
      'confirmed by the government',
      'experts insist',
      'the press reports',
      'a court has ruled',
    ],
  },
};

export function fill(words: string, random: () => number, names: readonly string[]): string {
  const number = String(13 + Math.floor(random() * 80));
  const name = names[Math.floor(random() * names.length)] ?? 'Lạc Hà';
  return words
    .replace('{n}', number)
    .replace('{m}', String(1 + Math.floor(random() * 12)))
    .replace('{name}', name);
}
