/** What a name can stand for. Persons are not among them: the service is about claims, never about people. */
export const nameKinds = ['place', 'organisation', 'office', 'document', 'programme'] as const;
export type NameKind = (typeof nameKinds)[number];

export interface NameVariant {
  /** ISO 639-1 code of the language it is used in. */
  readonly language: string;
  readonly text: string;
}

/** One thing and what it is called, in several languages and spellings. */
export interface NameGroup {
  /** Stable identity such as `bien-dong`: a later proposal with the same key is a new version. */
  readonly key: string;
  readonly kind: NameKind;
  readonly variants: readonly NameVariant[];
  /** Which of the variants to write in a language; at most one for each. */
  readonly preferred?: readonly NameVariant[];
  /** A definition, or how to use the name; for people, 1 to 1,000 characters. */
  readonly note?: string | null;
}
