import type { DraftLength } from '#db/schema/index.ts';
import {
  type DraftLanguage,
  draftLanguages,
  type Templates,
  type Wording,
} from './template-types.ts';
import { en } from './templates/en.ts';
import { fr } from './templates/fr.ts';
import { ru } from './templates/ru.ts';
import { vi } from './templates/vi.ts';
import { zh } from './templates/zh.ts';

export { type DraftLanguage, draftLanguages, type Lead } from './template-types.ts';

/** All text of ours a draft can hold, by its language. */
export const TEMPLATES: Readonly<Record<DraftLanguage, Templates>> = { vi, en, zh, fr, ru };

/** Every wording there is: what may stand around quotes whatever the draft's language and length. */
export const WORDINGS: readonly Wording[] = Object.values(TEMPLATES).flatMap(
  ({ statement, short, qa }) => [statement, short, qa],
);

export function isDraftLanguage(language: string): language is DraftLanguage {
  return draftLanguages.some((known) => known === language);
}

/** The fixed text of a draft; a note is worded like a statement. */
export function wordingOf(language: DraftLanguage, length: DraftLength): Wording {
  return TEMPLATES[language][length === 'note' ? 'statement' : length];
}

/** Puts marks around a text that it does not hold itself, so that the text can stay verbatim. */
export function enquote(text: string, language: DraftLanguage): string {
  const marks = [...TEMPLATES[language].typography.quotes, ['"', '"'] as const];
  const [open, close] = marks.find((pair) => pair.every((mark) => !text.includes(mark.trim()))) ?? [
    '"',
    '"',
  ];
  return `${open}${text}${close}`;
}

/** Ends a sentence that closes with a quote; a quote that brings its own full stop keeps it alone. */
export function closeSentence(text: string, quote: string, language: DraftLanguage): string {
  return /[.!?…。！？]$/u.test(quote) ? text : `${text}${TEMPLATES[language].typography.fullStop}`;
}
