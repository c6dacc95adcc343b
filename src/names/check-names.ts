import { canonicalText } from '#language/canonical-text.ts';
import { codePointLength } from '#language/code-points.ts';
import { isVietnameseSyllable } from '#language/vietnamese-syllable.ts';
import { ValidationError } from '#platform/errors.ts';
import { isShortAbbreviation } from './name-index.ts';
import { type NameGroup, nameKinds, type NameVariant } from './name-group.ts';
import { nameKey } from './name-tokens.ts';

const maxLength = 100;
const maxVariants = 50;
const maxNoteLength = 1000;
const groupKey = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const loneHan = /^\p{Script=Han}$/u;

/** A group as a file or a request gives it; nothing is taken for granted but the shape. */
export interface RawNameGroup {
  /** Where it stands ("names.yaml:12", "groups[3]"); begins every message about it. */
  readonly place: string;
  readonly key: unknown;
  readonly kind: unknown;
  readonly variants: ReadonlyArray<{ readonly language: string; readonly text: unknown }>;
  readonly preferred?:
    | ReadonlyArray<{ readonly language: string; readonly text: unknown }>
    | undefined;
  readonly note?: unknown;
}

type Fault = (field: string, message: string, remedy: string) => void;

/** Canonicalises and checks groups: those without a fault, and every fault of the others. */
export function checkNames(rows: readonly RawNameGroup[]): {
  groups: NameGroup[];
  errors: ValidationError[];
} {
  const groups: NameGroup[] = [];
  const errors: ValidationError[] = [];
  const placeOfKey = new Map<string, string>();
  const ownerOf = new Map<string, string>();
  for (const row of rows) {
    const fault: Fault = (field, message, remedy) => {
      errors.push(new ValidationError(`${row.place}: ${message}`, { field, remedy }));
    };
    const before = errors.length;
    const key = typeof row.key === 'string' ? row.key : '';
    if (key.length > maxLength || !groupKey.test(key)) {
      fault('key', 'the key is not one', 'Use small letters, digits and hyphens: bien-dong.');
    } else if (placeOfKey.has(key)) {
      fault(
        'key',
        `${key} stands at ${placeOfKey.get(key)} too`,
        'Put all its names in one group.',
      );
    } else placeOfKey.set(key, row.place);
    const kind = nameKinds.find((one) => one === row.kind);
    if (kind === undefined) fault('kind', 'the kind is not one', `Use ${nameKinds.join(', ')}.`);
    const variants = checkVariants(row, fault);
    if (variants.length < 2 || variants.length > maxVariants) {
      fault('variants', `a group has 2 to ${maxVariants} names`, 'Add what else it is called.');
    }
    for (const { text } of variants) {
      const owner = ownerOf.get(nameKey(text));
      if (owner === undefined || owner === key) ownerOf.set(nameKey(text), key);
      else
        fault('variants', `“${text}” is a name of ${owner} too`, 'Keep it in one of the groups.');
    }
    const preferred = checkPreferred(row, variants, fault);
    const note = checkNote(row, fault);
    if (kind !== undefined && errors.length === before) {
      groups.push({ key, kind, variants, preferred, note });
    }
  }
  return { groups, errors };
}

function checkVariants(row: RawNameGroup, fault: Fault): NameVariant[] {
  const variants: NameVariant[] = [];
  for (const { language, text: raw } of row.variants) {
    const [message, remedy] = faultOf(language, raw) ?? [null, null];
    if (message !== null) {
      fault(language, message, remedy);
      continue;
    }
    const text = oneLine(raw as string);
    if (!variants.some((one) => one.text === text)) variants.push({ language, text });
  }
  return variants;
}

/** One of the group's own names for a language. */
function checkPreferred(
  row: RawNameGroup,
  variants: readonly NameVariant[],
  fault: Fault,
): NameVariant[] {
  const preferred: NameVariant[] = [];
  for (const { language, text: raw } of row.preferred ?? []) {
    const text = typeof raw === 'string' ? oneLine(raw) : '';
    if (preferred.some((one) => one.language === language)) {
      fault('preferred', `${language} has two preferred names`, 'Prefer one.');
    } else if (variants.some((one) => one.language === language && one.text === text)) {
      preferred.push({ language, text });
    } else {
      const named = text === '' ? `the one of ${language}` : `“${text.slice(0, maxLength)}”`;
      fault(
        'preferred',
        `${named} is not among the names in that language`,
        'Write vi: or en: and one of the names that stand there.',
      );
    }
  }
  return preferred;
}

function checkNote({ note: raw }: RawNameGroup, fault: Fault): string | null {
  if (raw === undefined || raw === null) return null;
  const note = typeof raw === 'string' ? canonicalText(raw).trim() : '';
  const isText = note !== '' && note.isWellFormed() && !(raw as string).includes('\0');
  if (isText && note.length <= maxNoteLength) return note;
  fault('note', 'the note is not text of 1 to 1,000 characters', 'Shorten it, or leave it out.');
  return null;
}

/** What is wrong with a name and what to do, or null. */
function faultOf(language: string, raw: unknown): [message: string, remedy: string] | null {
  if (!/^[a-z]{2}$/.test(language)) {
    return [`${language} is not a language code`, 'Use two letters such as vi, en or zh.'];
  }
  if (typeof raw !== 'string') return ['a name is not text', 'Put it in quotes.'];
  if (!raw.isWellFormed() || raw.includes('\0')) {
    return ['a name holds characters that are none', 'Type it again.'];
  }
  const text = oneLine(raw);
  const key = nameKey(text);
  if (text === '') return ['a name is empty', 'Remove it.'];
  if (codePointLength(text) > maxLength) {
    return [`“${text.slice(0, 30)}…” is too long`, `Use at most ${maxLength} characters.`];
  }
  if (codePointLength(key) < 2 || !/\p{L}/u.test(key) || loneHan.test(key)) {
    return [`“${text}” is too short to be found safely`, 'Use a name of two letters or more.'];
  }
  if (!isShortAbbreviation(text) && !/[\s-]/.test(text) && isVietnameseSyllable(key)) {
    return [
      `“${text}” is one syllable and mostly another word`,
      'Write it with a second word: nước Nga, not Nga.',
    ];
  }
  return null;
}

function oneLine(text: string): string {
  return canonicalText(text).replace(/\s+/g, ' ').trim();
}
