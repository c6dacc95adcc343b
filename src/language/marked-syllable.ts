// Every rime of written Vietnamese, tones left out; after qu the u belongs to the consonant.
const RIMES = `
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
  ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  uy uya uych uyên uyêt uynh uyp uyt uyu y ych yên yêt yêm yêng yêu ynh yt yu
`;
const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x';
const SYLLABLE = new RegExp(`^(${alternatives(ONSETS)})?(?:${alternatives(RIMES)})$`, 'u');
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const STOPPED = /(?:p|t|c|ch)$/;
const SHARP_OR_HEAVY = /[\u0301\u0323]/;
const LONGEST = 7;

/**
 * Whether a word is one Vietnamese syllable spelt with its diacritics: a known rime with its letters
 * (ă â ê ô ơ ư), at most one tone, sắc or nặng before p, t, c and ch, and c or k, g or gh, ng or ngh as
 * the vowel asks. Case does not matter. Stricter than `isVietnameseSyllable`, which reads folded words.
 */
export function isMarkedSyllable(word: string): boolean {
  const lower = word.toLowerCase();
  const decomposed = lower.normalize('NFD');
  const tones = decomposed.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const toneless = decomposed.replace(TONES, '').normalize('NFC');
  const match = toneless.length <= LONGEST ? SYLLABLE.exec(toneless) : null;
  if (match === null) return false;
  if (STOPPED.test(toneless) && !SHARP_OR_HEAVY.test(tones[0] ?? '')) return false;
  const onset = match[1] ?? '';
  const front = /^[eêiy]/.test(toneless.slice(onset.length));
  if (onset === 'c' || onset === 'ng') return !front;
  if (onset === 'g') return !front || toneless.startsWith('gi');
  return !['k', 'gh', 'ngh'].includes(onset) || front;
}

function alternatives(list: string): string {
  return list
    .trim()
    .split(/\s+/)
    .toSorted((one, other) => other.length - one.length)
    .join('|');
}
