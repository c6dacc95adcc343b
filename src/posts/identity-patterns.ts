export type IdentityKind = 'handle' | 'profile' | 'phone' | 'email';

export interface IdentityPattern {
  readonly kind: IdentityKind;
  readonly regex: RegExp;
  /** The capture group to mask; the whole match when absent. */
  readonly group?: number;
  /** A last look at what would be masked and at up to 120 characters on either side. */
  readonly accept?: (match: string, before: string, after: string) => boolean;
}

const SURNAME =
  '(?:Nguyễn|Nguyen|Trần|Tran|Lê|Le|Phạm|Pham|Hoàng|Hoang|Huỳnh|Huynh|Phan|Vũ|Vu|Võ|Vo|Đặng|Dang|' +
  'Bùi|Bui|Đỗ|Do|Hồ|Ho|Ngô|Ngo|Dương|Duong|Lý|Ly|Đinh|Dinh|Trịnh|Trinh|Mai|Đào|Dao)';
const FULL_NAME = String.raw`${SURNAME}(?: \p{Lu}[\p{L}\p{M}]{0,11}){1,3}(?![\p{L}\p{M}])`;
const FB = '(?:FB|Fb|fb|[Ff]ace[Bb]ook)';
const NETWORK = `(?:${FB}|[Zz]alo|[Tt]ik[Tt]ok|[Tt]elegram|[Ii]nstagram|IG|[Tt]witter|[Yy]ou[Tt]ube)`;
const CUE = '(?:[Nn]guồn|NGUỒN|[Nn]guon|[Ss]ource|[Cc]redit|[Cc]re|[Ss]ưu tầm|[Ss]uu tam|[Ss]t|ST)';
const LABEL = '[A-Za-z0-9-]{1,40}';
// A run longer than any real local part is no address; starting only at its head keeps this linear.
const LOCAL = String.raw`(?<![A-Za-z0-9._%+@-])[A-Za-z0-9._%+-]{1,64}`;
const AT = String.raw`(?:\s{0,2}[([{]\s{0,2}(?:at|a còng|a cong|@)\s{0,2}[)\]}]\s{0,2}|\s(?:a còng|a cong|acong)\s)`;
const DOT = String.raw`(?:\s{0,2}[([{]\s{0,2}(?:dot|chấm|cham|\.)\s{0,2}[)\]}]\s{0,2}|\s(?:dot|chấm|cham)\s|\.)`;
const MAIL_HOST = '(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|icloud|protonmail|zoho)';
const MAIL_END = String.raw`(?:(?:\s?\.\s?|${DOT})(?:com|vn|net|me|org)(?![a-z]))`;
const NAME_CHAR = String.raw`[\p{L}\p{M}\p{N}_]`;
const PATH = String.raw`[^\s<>"“”»)\]]{0,2000}[^\s<>"“”»)\].,;:!?…]`;
const PROFILE_SITES = [
  String.raw`(?:facebook|fb|vk|instagram)\.com\/|bsky\.app\/profile\/`,
  String.raw`(?:m|t|wa|zalo|fb|telegram|signal)\.me\/|line\.me\/ti\/p\/`,
  String.raw`(?:tiktok|threads|medium|youtube)\.(?:com|net)\/@`,
  String.raw`youtube\.com\/(?:channel|c|user)\/`,
  String.raw`(?:x|twitter)\.com\/(?!(?:search|hashtag|i|explore|home)(?![\p{L}\p{N}_]))`,
  String.raw`linkedin\.com\/(?:in|pub|posts)\/|weibo\.c(?:om|n)\/|reddit\.com\/u(?:ser)?\/`,
  String.raw`api\.whatsapp\.com\/send\?`,
].join('|');

/** E-mail addresses and profile links; they come before handles, which would take their halves. */
export const ADDRESS_PATTERNS: readonly IdentityPattern[] = [
  { kind: 'email', regex: new RegExp(`${LOCAL}@${LABEL}(?:\\.${LABEL}){1,5}`, 'gu') },
  { kind: 'email', regex: new RegExp(`${LOCAL}${AT}${LABEL}(?:${DOT}${LABEL}){1,4}`, 'giu') },
  {
    kind: 'email',
    regex: new RegExp(
      `${LOCAL}(?:@${MAIL_HOST}${MAIL_END}{0,2}|(?:\\s?@\\s?|\\sat\\s)${MAIL_HOST}${MAIL_END}{1,2})(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  },
  {
    kind: 'profile',
    regex: new RegExp(
      `(?<![\\p{L}\\p{N}_.-])(?:https?:\\/\\/)?(?:[a-z0-9-]{1,20}\\.){0,2}(?:${PROFILE_SITES})${PATH}`,
      'giu',
    ),
  },
];

/** Attributions and handles. */
export const HANDLE_PATTERNS: readonly IdentityPattern[] = [
  {
    // "— Name (@handle)": who wrote it, not what is claimed.
    kind: 'handle',
    regex: new RegExp(
      String.raw`(?:—|–|--|(?<=^|\n)\s{0,3}-)\s{0,2}(?!\[)([^()\[\]\n—–]{1,60}\(@${NAME_CHAR}{1,40}\))`,
      'gu',
    ),
    group: 1,
  },
  {
    kind: 'handle',
    regex: new RegExp(
      String.raw`(?<![\p{L}\p{N}])${CUE}\s?[:：]?\s?(?:từ |tu |from )?${NETWORK}\s?[:：]?\s(?!\[)(${FULL_NAME}|[^\s\n,.;()\[\]\d][^\n,.;()\[\]\d]{0,40}(?=$|[\n,.;()]))`,
      'gu',
    ),
    group: 1,
  },
  {
    kind: 'handle',
    regex: new RegExp(String.raw`\((?:[Tt]heo )?${FB}\s?[:：]?\s(\p{Lu}[^()\n\[\]]{0,60})\)`, 'gu'),
    group: 1,
  },
  {
    kind: 'handle',
    regex: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${FB}|Zalo|TikTok)\s?:?\s(${FULL_NAME})`,
      'gu',
    ),
    group: 1,
  },
  { kind: 'handle', regex: new RegExp(`@${FULL_NAME}`, 'gu') },
  {
    kind: 'handle',
    regex: new RegExp(
      String.raw`@{1,3}${NAME_CHAR}(?:[\p{L}\p{M}\p{N}_.-]{0,62}${NAME_CHAR})?(?:@${LABEL}(?:\.${LABEL}){1,4})?`,
      'gu',
    ),
    accept: isHandle,
  },
];

function isHandle(match: string, before: string): boolean {
  const name = match.replace(/^@+/, '');
  // "5@kg" and "lúc @8h" are prices and hours.
  if (/\d$/.test(before)) return name.length >= 5 && /[_.\d]/.test(name);
  return /[\p{L}_]/u.test(name) && (!/^\d/.test(name) || name.length >= 5);
}
