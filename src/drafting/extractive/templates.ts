import type { SourcePassage } from '../types.ts';

/** Languages the connective text exists in; quotes stay in their document's language. */
export type DraftLanguage = 'vi' | 'en';
export type Audience = 'domestic' | 'diaspora' | 'foreign' | 'official';

/** How a quoted sentence opens: as the fact, as the reason, as a further fact, or as the fact repeated. */
export type Lead = 'fact' | 'why' | 'further' | 'repeat';

interface Templates {
  readonly warning: string;
  readonly myth: string;
  readonly leads: Readonly<Record<Lead, string>>;
}

/** All text of ours a draft can hold: it speaks of the claim, never of whoever made it. */
export const TEMPLATES: Readonly<Record<DraftLanguage, Templates>> = {
  vi: {
    warning: 'Lưu ý: luận điểm sau đây không khớp với nguồn được trích dẫn.',
    myth: 'Luận điểm được nêu',
    leads: {
      fact: 'Theo',
      why: 'Lý do: theo',
      further: 'Ngoài ra, theo',
      repeat: 'Nhắc lại, theo',
    },
  },
  en: {
    warning: 'Please note: the following claim does not match the cited sources.',
    myth: 'The claim as stated',
    leads: {
      fact: 'According to',
      why: 'Why: according to',
      further: 'In addition, according to',
      repeat: 'To repeat, according to',
    },
  },
};

const STRUCTURE_UNIT =
  /^(?:điều|khoản|điểm|phụ lục|article|section|paragraph|clause|annex|第[^\s]+[条條])/iu;

/** The parts of a passage's attribution, outermost first: document, number, issuer, place in it. */
export function attributionParts(source: SourcePassage): {
  document: string;
  number: string | null;
  issuer: string | null;
  place: string[];
} {
  const units = source.headingPath.filter((heading) => STRUCTURE_UNIT.test(heading.trim()));
  const place = units.length > 0 ? units : source.headingPath.slice(-1);
  const { documentNumber: number, documentTitle: document, issuer } = source;
  return {
    document,
    number: number === null || document.includes(number) ? null : number,
    issuer: issuer === null || document.includes(issuer) ? null : issuer,
    // A heading that only repeats the document's title says nothing about the place.
    place: place.map((heading) => heading.trim()).filter((heading) => heading !== document),
  };
}

/** `Universal Declaration of Human Rights, Article 5`; readers abroad also get the issuer. */
export function attribute(source: SourcePassage, audience: Audience): string {
  const { document, number, issuer, place } = attributionParts(source);
  const abroad = audience === 'foreign' || audience === 'diaspora';
  const details = [number, abroad ? issuer : null].filter((part) => part !== null);
  const name = details.length === 0 ? document : `${document} (${details.join(', ')})`;
  return [name, ...place].join(', ');
}

const QUOTE_MARKS = [
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
  ['"', '"'],
] as const;

/** Puts marks around a text that it does not hold itself, so that the text can stay verbatim. */
export function enquote(text: string): string {
  const [open, close] =
    QUOTE_MARKS.find((marks) => marks.every((mark) => !text.includes(mark))) ?? QUOTE_MARKS[0];
  return `${open}${text}${close}`;
}

/** Ends a sentence that closes with a quote; a quote that brings its own full stop keeps it alone. */
export function closeSentence(text: string, quote: string): string {
  return /[.!?…。！？]$/u.test(quote) ? text : `${text}.`;
}
