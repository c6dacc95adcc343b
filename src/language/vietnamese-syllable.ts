const RIMES = `
  a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu
  i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu y yem yen yet yeu
  o oa oac oach oai oam oan oang oanh oao oat oay oc oe oen oeo oet oi om on ong ooc oong op ot
  u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu
  uy uya uych uyen uyet uynh uyt uyu ynh yt
`;
const ONSETS = 'b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x';
const SYLLABLE = new RegExp(
  `^(?:${ONSETS.trim().split(/\s+/).toSorted(longerFirst).join('|')})?` +
    `(?:${RIMES.trim().split(/\s+/).toSorted(longerFirst).join('|')})$`,
);

/** Whether a folded word has the shape of one Vietnamese syllable (onset + rime); says nothing about meaning. */
export function isVietnameseSyllable(foldedWord: string): boolean {
  return foldedWord.length <= 7 && SYLLABLE.test(foldedWord);
}

function longerFirst(a: string, b: string): number {
  return b.length - a.length;
}
