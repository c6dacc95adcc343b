import { fold } from '#language/fold.ts';

const RUN =
  /\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:van|de|der|von|bin|al)\s+)?\p{Lu}[\p{L}\p{M}.'’-]*)*/gu;
const MASK = '[tên]';

const BODY_OF =
  /(?:ministry|minister|university|department|bank|court|office|bureau|institute|secretary|academy|council|director|president|republic|kingdom)(?: general)? (?:of|for)(?: the)? $/iu;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s*\|\s*/u));

/** What a person is called by; a name follows. Folded. */
const ROLES = words(
  `ong|ba|anh|chi|co|chu|bac|cau|di|cu|em|thay|ban|thu tuong|pho thu tuong|chu tich|pho chu tich|chu tich nuoc|tong bi thu|bi thu|
  bo truong|thu truong|giam doc|pho giam doc|tong giam doc|hieu truong|dai bieu|dai su|tong thong|truong phong|cuc truong|vu truong|
  bac si|luat su|giao su|pho giao su|tien si|thac si|ts|gs|pgs|pgs ts|gs ts|ths|bs|ls|ky su|nha bao|nha van|ca si|dien vien|
  dai ta|thuong ta|trung ta|thieu ta|dai uy|thieu tuong|trung tuong|thuong tuong|dai tuong|nguoi phat ngon|phat ngon vien|
  mr|mrs|ms|miss|dr|prof|professor|sir|president|vice president|prime minister|minister|deputy minister|secretary|senator|
  congressman|congresswoman|governor|mayor|ambassador|director|general|colonel|judge|chairman|chairwoman|spokesman|
  spokeswoman|spokesperson|doctor|lawyer|journalist|reporter|officer|chief|pope|king|queen|prince|uncle|aunt|analyst|activist`,
);
/** What a body, medium or place is called by; what follows is not a person. Folded. */
const BODIES = words(
  `bo|so|bao|dai|hang|to|kenh|trang|tap chi|quoc hoi|chinh phu|uy ban|ubnd|cong ty|tap doan|truong|dai hoc|hoc vien|benh vien|hoi|
  hoi dong|dang|vien|cuc|tong cuc|vu|ngan hang|thanh pho|tp|tinh|huyen|xa|phuong|quan|nuoc|nha nuoc|van phong|trung tam|toa an|
  cong an|quan doi|lien doan|hiep hoi|to chuc|thong tan xa|cong thong tin|ban|doan|mat tran|nha xuat ban|tong lien doan|lien hop quoc|
  lien hiep quoc|thong tin|the|ministry|department|university|bank|committee|court|office|agency|bureau|council|institute|
  commission|congress|parliament|senate|hospital|company|group|association|union|federation|embassy|government`,
);
/** An English word for a body stands at the end of its name. */
const LAST_WORDS = words(
  `ministry|university|agency|times|post|news|daily|journal|guardian|press|bank|office|department|committee|court|institute|
  nations|organization|organisation|fund|union|group|company|corporation|council|commission|police|army|government|party|
  network|radio|television|tv|magazine|gazette|herald|tribune|association|foundation|watch|international|states|kingdom|bureau`,
);
const KNOWN = words(
  `reuters|xinhua|bloomberg|vnexpress|vietnamnet|tuoi tre|thanh nien|dan tri|lao dong|tien phong|nhan dan|zing|vietnamplus|
  associated press|facebook|tiktok|youtube|zalo|telegram|google|viet nam|vietnam|ha noi|hanoi|my|hoa ky|america|washington|
  trung quoc|china|beijing|bac kinh|nga|russia|moscow|nhat ban|japan|tokyo|han quoc|korea|seoul|phap|france|paris|anh|britain|
  london|duc|germany|berlin|lao|laos|campuchia|cambodia|thai lan|thailand|asean|australia|uc|india|an do|eu|europe|brussels|
  sai gon|da nang|hue|can tho|hai phong|tp hcm|ho chi minh city|brussels|geneva|new york`,
);
/** Small or opening words that are capital only because they begin the sentence. */
const OPENING = words(
  `theo|mot|nghe|co|cac|nhung|nhieu|nguoi|tin|nguon|nguon tin|tren|hom|sang|chieu|toi|me|ma|bo|cha|hang xom|thong tin|dai dien|
  lanh dao|vi|mot so|may|a|an|the|according|one|some|many|my|his|her|their|our|he|she|they|it|people|sources|officials|experts|
  scientists|heard|i|we|rumor|rumour|word|reports|someone|somebody|local|state|former|top|senior|chinese|vietnamese|american|russian|
  french|british|japanese|this|that|that's|source|anybody|former|foreign|yesterday|today|last|nguoi ta|on|in|at|from|by|and|nhan vien|chuyen gia|gioi chuc|quan chuc|phong vien|nha chuc trach|nguoi dan|nhan chung|cu dan|cong nhan|giao vien|hoc sinh|phu huynh|ban be|dong nghiep|chu nha|chu quan|tai xe|nhieu nguoi|mot quan chuc|mang xa hoi|du luan|nguon`,
);

/**
 * Words of a post without the names of persons: what is known by a role keeps the role ("bộ trưởng"), any
 * other name becomes "[tên]"; names of bodies, media and places stay. A capitalised name that is in no
 * list is taken for a person's: to say too little does no harm here. Names in small letters are not found.
 */
export function maskNames(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const shouted = letters > 3 && capitals === letters;
  const read = shouted ? text.replace(/[\p{L}\p{M}]+/gu, titled) : text;
  return read
    .replace(RUN, (run: string, index: number) =>
      maskRun(run, read.slice(0, index), read.slice(index + run.length)),
    )
    .replace(/\s{2,}/gu, ' ')
    .replace(/\s+(?=[,.;:]|$)/gu, '')
    .trim();
}

function maskRun(run: string, before: string, after: string): string {
  const parts = run.split(/\s+/u);
  const last = parts.at(-1) ?? '';
  // "Thủ tướng", "Hàng xóm": only the first word of a common noun is capital.
  if (parts.length === 1 && beginsAny(last, after)) return run;
  if (BODY_OF.test(before)) return run;
  const kept: string[] = [];
  let role = endsWithAny(before, ROLES);
  if (endsWithAny(before, BODIES) && !role) return run;
  while (parts.length > 0) {
    if (leadingWords(parts, BODIES) > 0 || isKnown(parts)) return [...kept, ...parts].join(' ');
    const roleWords = leadingWords(parts, ROLES);
    const opening = roleWords > 0 ? 0 : leadingWords(parts, OPENING);
    if (roleWords + opening === 0) break;
    // "Anh" alone is a country or a form of address, and stays either way.
    role = roleWords > 0;
    kept.push(...parts.splice(0, roleWords + opening));
  }
  if (parts.length === 0) return kept.join(' ');
  return [...kept, ...(role ? [] : [MASK])].join(' ');
}

function isKnown(parts: readonly string[]): boolean {
  const name = plain(parts.join(' '));
  if (KNOWN.has(name) || LAST_WORDS.has(plain(parts.at(-1) ?? ''))) return true;
  return parts.every((part) => /^[\p{Lu}\d.-]{2,}$/u.test(part));
}

/** How many of the first words make an entry of the list, the longest entry first. */
function leadingWords(parts: readonly string[], list: ReadonlySet<string>): number {
  for (let count = Math.min(3, parts.length); count > 0; count -= 1) {
    if (list.has(plain(parts.slice(0, count).join(' ')))) return count;
  }
  return 0;
}

function endsWithAny(before: string, list: ReadonlySet<string>): boolean {
  const last = before.trim().split(/\s+/u).slice(-3);
  return [3, 2, 1].some((count) => list.has(plain(last.slice(-count).join(' '))));
}

function beginsAny(first: string, after: string): boolean {
  const next = after.trim().split(/\s+/u);
  return [3, 2, 1].some((count) => {
    const phrase = plain([first, ...next.slice(0, count)].join(' '));
    return [ROLES, BODIES, OPENING].some((list) => list.has(phrase));
  });
}

function plain(phrase: string): string {
  return fold(phrase).replaceAll(/[.,]/gu, ' ').replaceAll(/\s+/gu, ' ').trim();
}

const SAYING = words(
  `noi|ke|viet|bao|cho|biet|hay|khang|dinh|rang|tuyen|thong|theo|said|says|told|wrote|claims|claimed|that|to|reported|warned`,
);

function titled(word: string): string {
  if (SAYING.has(plain(word))) return word.toLowerCase();
  return word.charAt(0) + word.slice(1).toLowerCase();
}
