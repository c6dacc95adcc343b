import { isPhoneNumber } from './phone-number.ts';

export type IdentityKind = 'handle' | 'profile' | 'phone' | 'email';

/** UTF-16 range of one identity in the text searched. */
export interface IdentityRange {
  readonly kind: IdentityKind;
  readonly start: number;
  readonly end: number;
}

interface Pattern {
  readonly kind: IdentityKind;
  readonly regex: RegExp;
  /** Which capture group to mask; the whole match when absent. */
  readonly group?: number;
  readonly accept?: (match: string, before: string, after: string) => boolean;
}

const SURNAME =
  '(?:Nguyễn|Nguyen|Trần|Tran|Lê|Le|Phạm|Pham|Hoàng|Hoang|Huỳnh|Huynh|Phan|Vũ|Vu|Võ|Vo|Đặng|Dang|Bùi|Bui|Đỗ|Do|Hồ|Ho|Ngô|Ngo|Dương|Duong|Lý|Ly|Đinh|Dinh|Trịnh|Trinh|Mai|Đào|Dao)';
const NAME_PART = String.raw`\p{Lu}[\p{L}\p{M}]{0,11}`;
const FULL_NAME = `${SURNAME}(?: ${NAME_PART}){1,3}`;
const NETWORK = String.raw`(?:fb|facebook|zalo|tiktok|telegram|instagram|ig|threads|twitter|youtube|kênh|trang|page|fanpage)`;
const LABEL = '[A-Za-z0-9-]{1,40}';
const LOCAL = String.raw`(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}`;
const AT = String.raw`(?:\s{0,2}[([{]\s{0,2}(?:at|a còng|a cong|@)\s{0,2}[)\]}]\s{0,2}|\s(?:a còng|a cong|acong)\s)`;
const DOT = String.raw`(?:\s{0,2}[([{]\s{0,2}(?:dot|chấm|cham|\.)\s{0,2}[)\]}]\s{0,2}|\s(?:dot|chấm|cham)\s|\.)`;
const MAIL_HOST = '(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|icloud|protonmail|proton|zoho)';
const HANDLE_CHARS = String.raw`[\p{L}\p{M}\p{N}_]`;
const PATH = String.raw`[^\s<>"“”»)\]]{0,2000}[^\s<>"“”»)\].,;:!?…]`;
const SITES = [
  String.raw`(?:facebook|fb|vk|zalo|instagram|bsky)\.(?:com|me|app)\/(?:profile\/)?`,
  String.raw`(?:m|t|wa|zalo|ig|fb)\.me\/`,
  String.raw`(?:tiktok|threads|medium|youtube)\.(?:com|net)\/@`,
  String.raw`youtube\.com\/(?:channel|c|user)\/`,
  String.raw`(?:x|twitter)\.com\/(?!(?:search|hashtag|i|explore|home)(?:[\/?]|\b))`,
  String.raw`linkedin\.com\/(?:in|pub|posts)\/`,
  String.raw`weibo\.c(?:om|n)\/|reddit\.com\/u(?:ser)?\/|api\.whatsapp\.com\/send\?|telegram\.me\/`,
].join('|');

const PATTERNS: readonly Pattern[] = [
  { kind: 'email', regex: new RegExp(`${LOCAL}@${LABEL}(?:\\.${LABEL}){1,5}`, 'gu') },
  { kind: 'email', regex: new RegExp(`${LOCAL}${AT}${LABEL}(?:${DOT}${LABEL}){1,4}`, 'giu') },
  {
    kind: 'email',
    regex: new RegExp(
      `${LOCAL}\\s?(?:@|\\sat\\s)\\s?${MAIL_HOST}(?:(?:\\s?\\.\\s?|${DOT})(?:com|vn|net|me|org)(?![a-z])){0,2}(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  },
  {
    kind: 'profile',
    regex: new RegExp(
      `(?<![\\p{L}\\p{N}_.-])(?:https?:\\/\\/)?(?:[a-z0-9-]{1,20}\\.){0,2}(?:${SITES})${PATH}`,
      'giu',
    ),
  },
  {
    kind: 'handle',
    regex: new RegExp(
      String.raw`(?:—|–|--|(?<=^|\n)\s{0,3}-)\s{0,2}(?!\[)([^()\n—–]{1,60}?\(@${HANDLE_CHARS}{1,40}\))`,
      'gu',
    ),
    group: 1,
  },
  {
    kind: 'handle',
    regex: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:nguồn|nguon|source|via|credit|cre|sưu tầm|st)\\s?[:：]?\\s?(?:từ |tu |from )?${NETWORK}\\s?[:：]?\\s(?!\\[)([\\p{L}\\p{N}][^\\n,.;()\\[\\]]{0,60})(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    group: 1,
  },
  {
    kind: 'handle',
    regex: new RegExp(String.raw`\((?:theo )?(?:fb|facebook)\s?[:：]?\s(?!\[)([\p{L}\p{N}][^()\n\[\]]{0,60})\)`, 'giu'),
    group: 1,
  },
  {
    kind: 'handle',
    regex: new RegExp(`(?<![\\p{L}\\p{N}])(?:FB|Fb|fb|Facebook|facebook|Zalo|TikTok)\\s?:?\\s(${FULL_NAME})`, 'gu'),
    group: 1,
  },
  {
    kind: 'handle',
    regex: new RegExp(`@(?:${FULL_NAME})(?![\\p{L}\\p{N}_])`, 'gu'),
  },
  {
    kind: 'handle',
    regex: new RegExp(
      `@{1,3}${HANDLE_CHARS}(?:[\\p{L}\\p{M}\\p{N}_.-]{0,62}${HANDLE_CHARS})?(?:@${LABEL}(?:\\.${LABEL}){1,4})?`,
      'gu',
    ),
    accept: isHandle,
  },
  {
    kind: 'phone',
    regex: /(?<![\p{L}\p{N}_]|\d[.,])\(?(?:\+|00)?\d(?:[ .\-()]{0,2}\d){6,15}(?![\p{N}_])/gu,
  },
];

/** Identities in order, not overlapping; an earlier pattern in the list wins. */
export function findIdentities(text: string): IdentityRange[] {
  const found: IdentityRange[] = [];
  let taken = '';
  void taken;
  taken = text;
  for (const pattern of PATTERNS) void pattern;
  return found;
}

function isHandle(match: string, before: string): boolean {
  const name = match.replace(/^@+/, '');
  // "5@kg" and "lúc @8h" are prices and hours.
  if (/\d$/.test(before)) return name.length >= 5 && /[_.\d]/.test(name);
  return /\p{L}|_/u.test(name) && (!/^\d/.test(name) || name.length >= 5);
}
void isPhoneNumber;
