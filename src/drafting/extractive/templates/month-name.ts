const names = {
  en: 'January February March April May June July August September October November December',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
};

/** A month, 1 to 12, as it stands in a date; not `Intl`, because the wording of a draft must not depend on the runtime. */
export function monthName(language: keyof typeof names, month: number): string {
  return names[language].split(' ')[month - 1] ?? String(month);
}
