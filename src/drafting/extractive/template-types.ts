/** Languages the connective text exists in; quotes stay in their document's language. */
export const draftLanguages = ['vi', 'en', 'zh', 'fr', 'ru'] as const;
export type DraftLanguage = (typeof draftLanguages)[number];

/** How a quoted sentence opens: as the fact, as the reason, as a further fact, or as the fact repeated. */
export type Lead = 'fact' | 'why' | 'further' | 'repeat';

/** The fixed text of one way to write a rebuttal. */
export interface Wording {
  readonly warning: string;
  readonly myth: string;
  readonly leads: Readonly<Record<Lead, string>>;
}

/** Kinds of documents the corpus knows by name; any other kind is not named. */
export type NamedKind = 'statement' | 'law' | 'declaration' | 'fact_sheet';
/** Units a place in a document is named by, outermost first. */
export const structureUnits = ['chapter', 'section', 'article', 'clause', 'point'] as const;
export type StructureUnit = (typeof structureUnits)[number];

/** How a language writes what stands around titles, numbers and quotes. */
export interface Typography {
  /** Between what opens a sentence and its quote. */
  readonly colon: string;
  readonly comma: string;
  readonly parentheses: readonly [string, string];
  /** Between the lead and the name of a document. */
  readonly gap: string;
  readonly fullStop: string;
  /** Around a document's title. */
  readonly title: readonly [string, string];
  /** Around a quote, first choice first. */
  readonly quotes: ReadonlyArray<readonly [string, string]>;
}

/** All text of ours that a draft in one language can hold: it speaks of the claim, never of whoever made it. */
export interface Templates {
  readonly statement: Wording;
  readonly short: Wording;
  readonly qa: Wording;
  /** In a short draft: a sentence that points back at a quote instead of repeating it. */
  readonly pointers: Readonly<Record<'WHY' | 'FACT', string>>;
  /** Before the first day of a document. */
  readonly inForce: string;
  readonly kinds: Readonly<Record<NamedKind, string>>;
  /** `{}` stands for the unit's number or letter. */
  readonly units: Readonly<Record<StructureUnit, string>>;
  /** Whether the smallest unit of a place is named first. */
  readonly innermostFirst: boolean;
  readonly typography: Typography;
  /** A day in words; the date is given as whole numbers. */
  readonly day: (date: {
    readonly year: number;
    readonly month: number;
    readonly day: number;
  }) => string;
}
