const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Lower case, without the last full stop. The sentence goes on after these, whatever follows. */
export const ABBREVIATIONS = words(`
  tp tx ts ths pgs gs bs bsck ks kts ls cn ncs nnc nsnd nsưt đ/c cty nxb vd ttg
  mr mrs ms mx dr prof st gen col lt sgt capt cpt cmdr sen rep gov pres hon rev mt ft
  e.g i.e cf viz vs approx dept ph.d d.c
`);

/** The sentence goes on after these only when a number follows: "No. 5", "Điều 3, tr. 12". */
export const ABBREVIATIONS_BEFORE_NUMBER = words(`
  no nos art arts sec ch fig figs eq p pp vol ed tr đ k q t số
  jan feb mar apr jun jul aug sep sept oct nov dec
`);

/** These may also end a sentence: they do when a usual first word of a sentence follows. */
export const ABBREVIATIONS_AT_END = words(`
  v.v vv u.s u.k u.n u.s.a e.u a.m p.m etc inc ltd co corp jr sr al
`);

/** Usual first words of a sentence, lower case. */
export const SENTENCE_STARTERS = words(`
  the a an he she it they we i you this that these those in on at but and so if when after before
  however there then his her its their our
  ông bà anh chị họ theo tuy nhưng và đây điều việc sau trước trong khi đến các những một nếu ngoài
  còn chính ngày năm tôi chúng người do vì để từ với tại đó này hiện hôm cả
`);
