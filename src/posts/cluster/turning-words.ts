import { fold } from '#language/fold.ts';
import { isMarkedSyllable } from '#language/marked-syllable.ts';
import type { NearToken } from './near-text.ts';

/** Whether a word is one of a list: with its marks where it is written with them, else by its bare letters. */
type WordTest = (token: Pick<NearToken, 'folded' | 'typed'>) => boolean;

function anyOf(list: string): WordTest {
  const typed = new Set(list.normalize('NFC').trim().split(/\s+/u));
  const folded = new Set([...typed].map(fold));
  return (token) =>
    token.typed === token.folded ? folded.has(token.folded) : typed.has(token.typed);
}

/** Says that something is not, or is not true. */
export const isDenial = anyOf(`
  không chưa chẳng chả đừng khỏi ngừng cấm bác phủ đính sai giả bịa dối lừa đảo ko hong hok
  not no never none nor neither without cannot isn aren wasn weren don doesn didn false fake hoax untrue
  wrong denied denies deny debunked refuted incorrect forbidden banned
  不 没 未 无 無 非 否 假 谣 謠 误 誤 禁
`);

/** Has an opposite that is put in its place. */
export const isOpposite = anyOf(`
  tăng giảm mở đóng bắt buộc tự nguyện miễn thu nhập xuất mua bán trước sau trên dưới nhiều ít thắng thua
  cho phép được bị tốt xấu lớn nhỏ cao thấp thêm bớt chỉ đều mọi tất vay trả phải nên có
  increase increased decrease decreased rise fall open closed close mandatory voluntary before after more
  less fewer win won lose lost import export allowed may must only all some every
  增 减 減 升 降 前 后 後 多 少 买 買 卖 賣
`);

const isNumberWord = anyOf(`
  một hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi trăm nghìn ngàn vạn triệu tỷ tỉ rưỡi nửa chục
  one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion half
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december
  一 二 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 两 兩 半
`);

/** A figure, a number in words or a word of a date. */
export const isNumber: WordTest = (token) => /\p{N}/u.test(token.folded) || isNumberWord(token);

export function isMarked(token: Pick<NearToken, 'typed' | 'folded'>): boolean {
  return token.typed !== token.folded && isMarkedSyllable(token.typed);
}
