import { isVietnameseSyllable } from './vietnamese-syllable.ts';

const LONGEST_SYLLABLE = 7;
const LONGEST_RUN = 60;
const VOWEL = /^[aeiouy]/;
// Two cuts with as many syllables are told apart by syllables that names and tags are often made of.
const USUAL = new Set(
  `an anh bac bao bien binh bo cam can cao chi chien chinh cho chong chu chung co cong cua da dai dan
  dang dao dat den di dien dinh do doc doi dong du duc duong gia giai giao gioi ha hai hanh hiep hoa
  hoang hoc hoi hong hop huong huu huynh khang khanh khoa khong khu kinh ky lam lao lap lien linh long
  luat luc ly mai minh mot my nam nang nghi nghia ngoai nguyen nguoi nha nhan nhat nhau nhiem noi
  nong nuoc ong phan phap phat phong phu phuc phuong quan quang quoc quy quyen sa sach san sinh son song
  su sy ta tai tam tan tang tao te thai tham thanh thao the thi thien thinh tho thoi thong thu thuan
  thue thuy tien tin tinh to toan toi ton tong tra tran tri trinh trong trung truong tu tuan tue tung
  tuyen van vang vi viec vien viet vinh vo vung vuong xa xay xuan xuat y yen yeu`.split(/\s+/),
);
const SYLLABLE_COST = 10;
const UNUSUAL_COST = 3;
const WITHOUT_ONSET_COST = 3;

/**
 * A folded run of letters cut into Vietnamese syllables ("hoangsatruongsa"): the fewest, then the
 * usual ones, then those with a first consonant. Null when it cannot be cut, or is longer than 60 letters;
 * says nothing about whether the run is Vietnamese.
 */
export function splitSyllables(folded: string): string[] | null {
  if (folded.length > LONGEST_RUN) return null;
  const best: Array<{ cost: number; size: number } | undefined> = [];
  best[folded.length] = { cost: 0, size: 0 };
  for (let start = folded.length - 1; start >= 0; start -= 1) {
    for (let size = Math.min(LONGEST_SYLLABLE, folded.length - start); size > 0; size -= 1) {
      const rest = best[start + size];
      const piece = folded.slice(start, start + size);
      if (rest === undefined || !isVietnameseSyllable(piece)) continue;
      const cost = rest.cost + SYLLABLE_COST + unusualCost(piece);
      if (cost < (best[start]?.cost ?? Infinity)) best[start] = { cost, size };
    }
  }
  const syllables: string[] = [];
  for (let start = 0; start < folded.length;) {
    const size = best[start]?.size;
    if (size === undefined) return null;
    syllables.push(folded.slice(start, start + size));
    start += size;
  }
  return syllables;
}

function unusualCost(syllable: string): number {
  if (USUAL.has(syllable)) return 0;
  return UNUSUAL_COST + (VOWEL.test(syllable) ? WITHOUT_ONSET_COST : 0);
}
