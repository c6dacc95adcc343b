/** What joins sentences and says nothing itself: no negation, quantifier, modal, comparison, judgement or intent. */
const JOINING = {
  vi: 'ngoài ra|bên cạnh đó|đồng thời|theo đó|cụ thể|cụ thể là|cụ thể như sau|như sau|sau đây|tiếp theo|nhắc lại|thêm vào đó|như vậy',
  en: 'in addition|additionally|furthermore|moreover|also|further|namely|specifically|as follows|to repeat|at the same time|in particular|thus',
} as const;

/** What says that a source follows. */
const ATTRIBUTING = {
  vi: 'theo|cũng theo|căn cứ',
  en: 'according to|also according to|per|under|as stated in|as set out in',
} as const;

/** What points at a source; only a sentence that cites one may hold it. */
const SOURCE = {
  vi:
    'văn bản|văn bản này|tài liệu|tài liệu này|nguồn|nguồn này|nguồn được trích dẫn|đoạn trích|đoạn trích này|' +
    'trích|trích dẫn|nêu|nêu rõ|nêu rằng|nêu rõ rằng|nêu như sau|ghi|ghi rõ|ghi rằng|ghi như sau|viết|viết rằng|' +
    'có đoạn|có đoạn viết|có câu|quy định|quy định rõ|quy định rằng|quy định như sau|rằng|tại|trong|được nêu tại|' +
    'được nêu trong|được ghi tại|được ghi trong|của|và|nội dung|nguyên văn',
  en:
    'the|that|this|in|of|as|and|text|the text|document|this document|the document|source|the source|the cited source|' +
    'passage|this passage|the passage|state|states|states that|it states|it states that|says|says that|it says|' +
    'it says that|reads|it reads|provides|provides that|sets out|sets out that|verbatim|quote|excerpt',
} as const;

export type NeutralLanguage = keyof typeof JOINING;
export const neutralLanguages = Object.keys(JOINING) as NeutralLanguage[];

/** Source of a regular expression: one connective. */
export const CONNECTIVES = neutralLanguages.map((language) => JOINING[language]).join('|');

export type NeutralKind = 'joining' | 'attributing' | 'source';

/** Phrases of a language and kind, lower case. */
export function neutralPhrases(language: NeutralLanguage, kind: NeutralKind): string[] {
  return { joining: JOINING, attributing: ATTRIBUTING, source: SOURCE }[kind][language].split('|');
}
