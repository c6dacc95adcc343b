import { fold } from '#language/fold.ts';

/** What in a claim could be looked up. */
export interface ClaimEvidence {
  readonly figure: boolean;
  readonly date: boolean;
  readonly law: boolean;
  /** A named body, place or thing. */
  readonly entity: boolean;
  /** Something said to be, to have or to happen, in words too common to prove much. */
  readonly state: boolean;
  /** A definite act, effect, rule or right. */
  readonly event: boolean;
  /** The coming into force or announcing of something, which "will" does not make a prediction. */
  readonly scheduled: boolean;
}

const list = (phrases: string): string =>
  phrases
    .trim()
    .split(/\s*\|\s*/)
    .join('|');
const wholeWords = (phrases: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${list(phrases)})(?![\\p{L}\\p{N}])`, 'u');

const FIGURE =
  /(?<![\p{L}\p{N}<=:;])\d|百分之|[一二三四五六七八九十两几百千]+(?:万|亿|千|百)|hang (?:nghin|ngan|tram|trieu|ty) |(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|vai|chuc) (?:tram|nghin|ngan|trieu|ty|phan tram)(?! \p{L}*oi)|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:tru cot|dieu khoan|chuong|nguyen tac|quyen|van ban|quoc gia|thanh vien|dai bieu)(?!\p{L})|(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?!of |or |to )\p{L}{3,}|(?:thousands|millions|billions|hundreds) of|(?:hundred|thousand|million|billion|percent|trillion)(?!\p{L})/u;
const DATE =
  /(?<!\d)(?:1[0-9]|20)\d\d(?!\d)|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?!\d)|(?:ngay|thang|nam|quy) \d|\d{1,4}年|\d{1,2}月|(?:january|february|march|april|june|july|august|september|october|november|december|yesterday|hom qua|sang nay|vua qua|last (?:week|month|year))/u;
const LAW =
  wholeWords(`luat|bo luat|nghi dinh|thong tu|nghi quyet|hien phap|chi thi|quyet dinh so|ket luan so|
  phap lenh|cong uoc|hiep dinh|hiep uoc|du luat|sac lenh|tuyen ngon|dieu \\d+|khoan \\d+|law|laws|decree|
  constitution|treaty|convention|resolution|declaration|statute|bill|act of|article \\d+|section \\d+|
  directive|regulation|regulations|the court|supreme court`);
const LAW_ZH = /法律|宪法|条例|规定|条约|公约|宣言|决议|第.{1,4}条|《/u;
const INSTITUTION =
  wholeWords(`viet nam|vietnam|trung quoc|hoa ky|nuoc my|lien hop quoc|asean|who|unesco|imf|
  nato|quoc hoi|chinh phu|thu tuong|chu tich nuoc|tong bi thu|bo truong|bo y te|bo cong an|bo giao duc|
  bo ngoai giao|bo quoc phong|bo tai chinh|bo [a-z]+|so [a-z]+|uy ban|nha nuoc|cong an|quan doi|
  toa an|benh vien|truong dai hoc|ngan hang|ha noi|sai gon|tp hcm|hue|da nang|bien dong|hoang sa|
  truong sa|vac xin|vaccine|vacxin|covid|covid 19|5g|virus|tap doan|cong ty|doanh nghiep|nguoi dan|
  government|ministry|minister|president|parliament|congress|senate|united nations|police|army|court|
  bank|company|hospital|university|vaccine|vaccines|earth`);
const STATE =
  wholeWords(`da|vua|dang|bi|duoc|la|co|gom|thuoc|tang|giam|ban|mua|xay|chi|thu|hop|nam|o|nop|phai|
  is|are|was|were|has|have|had|does|did|can|could|may|cannot|made|gave|took|held|shows|showed|includes|[a-z]{3,}ed`);
const EVENT =
  wholeWords(`ban hanh|quy dinh|cong bo|ky ket|thong qua|phe chuan|phe duyet|bat giu|bi bat|khoi to|
  xu phat|bi phat|khanh thanh|xuat khau|nhap khau|dat muc|chiem|thanh lap|gia nhap|bi cam|cam|cho phep|
  bat buoc|rut khoi|dong cua|gay|gay ra|chua khoi|pha san|tham gia|to chuc|khai mac|dien ra|bo phieu|trung cu|
  sinh ra|qua doi|chet|tu vong|lay nhiem|phat hien|khang dinh|cho biet|tuyen bo|thong bao|cung cap|bao dam|
  cong nhan|tro thanh|nam o|nam trong|dung thu|xep hang|co quyen|khong co quyen|duoc phep|khong duoc phep|
  khong duoc|duoc huong|duoc mien|chiu trach nhiem|bao gom|tu do|thay the|chuyen|giai the|sap nhap|thu hoi|
  announced|signed|banned|bans|allows|allow|prohibits|requires|approved|arrested|killed|kill|kills|died|
  built|opened|closed|causes|cause|caused|cures|cure|contains|contain|won|became|joined|exports|exported|
  increased|rose|fell|reached|paid|voted|adopted|guarantees|provides|received|owns|bought|sold|passed|
  issued|published|infect|damage|originated|treats|treat|prevents|prevent|spreads|leads to|founded|invented|discovered|elected|
  has the right|have the right|no right|is a member|took office|withdrew|ratified|abolished|jailed`);
const EVENT_ZH =
  /宣布|发布|规定|禁止|允许|签署|加入|出口|进口|增长|下降|导致|成立|通过|批准|逮捕|死亡|举行|位于|属于|保障|承认|有权|提供|支付|关闭|建造|发现|治愈|传播|进入|成为|签订|退出|支持|包括|引起/u;
const STATE_ZH = /[是有在为被了将]/u;
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const DAY_AND_MONTH = `\\d{1,2} ${MONTH}|${MONTH} \\d{1,2}`;
const SCHEDULED =
  wholeWords(`tu ngay|ke tu|tu \\d|tu (?:thang|tuan|nam) (?:sau|toi)|tu mai|bat dau tu|co hieu luc|ap dung|thong bao|cong bo|cho biet|
  du kien|theo ke hoach|ngay \\d+|\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{4})?|${DAY_AND_MONTH}|theo quy dinh|phai nop|khai mac|to chuc|khai truong|starting|starts|
  take effect|takes effect|effective|announced|from \\d|as of|scheduled|under the`);

/** Looks at the words, not at the world: nothing here says that a claim is true. */
export function claimEvidence(text: string): ClaimEvidence {
  const folded = fold(text).replace(/\s+/g, ' ');
  const law = LAW.test(folded) || LAW_ZH.test(folded);
  return {
    figure: FIGURE.test(folded),
    date: DATE.test(folded),
    law,
    entity: INSTITUTION.test(folded) || hasProperName(text),
    state: STATE.test(folded) || STATE_ZH.test(folded),
    event: EVENT.test(folded) || EVENT_ZH.test(folded),
    scheduled: SCHEDULED.test(folded),
  };
}

/** A capitalised word behind another word, in a text that is not all capitals. */
function hasProperName(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (capitals * 2 > (text.match(/\p{L}/gu)?.length ?? 0)) return false;
  return /[\p{L}\p{N},;:"“(]\s+["“(]?(?!I[\s'’])\p{Lu}[\p{L}\p{M}\d-]*/u.test(text);
}
