import { mulberry32 } from '#evaluations/index.ts';
import { ValidationError } from '#platform/errors.ts';
import { halfWithoutDiacritics, otherTonePlacement, withoutDiacritics } from './diacritics.ts';
import { teencode } from './teencode.ts';
import { stretchedLetters, swappedLetters, telexRemnants } from './typing.ts';

/** Words left by the `short` noise. */
const fewWords = 8;
const emoji = ['😡', '🤔', '👉', '❗', '🇻🇳', '😂', '🔥', '🙏'];
const tags = ['#tintuc', '#xuhuong', '#ChiaSeNgay', '#fyp', '#hot', '#NgheVaNgam'];

/** Each copies a query the way people really type; `random` gives numbers in 0..1. */
const generators = {
  no_diacritics: withoutDiacritics,
  half_diacritics: halfWithoutDiacritics,
  teencode,
  nfd: (text) => text.normalize('NFD'),
  upper: (text) => text.toUpperCase(),
  stretched: stretchedLetters,
  telex: telexRemnants,
  swapped: swappedLetters,
  decorated: (text, random) =>
    `${pick(emoji, random)}${pick(emoji, random)} ${text} ${pick(emoji, random)} ${pick(tags, random)} ${pick(tags, random)}`,
  short: (text) => text.trim().split(/\s+/u).slice(0, fewWords).join(' '),
  tone_placement: otherTonePlacement,
} as const satisfies Readonly<Record<string, (text: string, random: () => number) => string>>;

export type NoiseName = keyof typeof generators;
export const noiseNames = Object.keys(generators) as NoiseName[];

/** A noisy copy: the same name and text give the same copy on every machine, in whatever order. */
export function noisy(name: NoiseName, text: string): string {
  return generators[name](text, mulberry32(seedOf(`${name}\n${text}`)));
}

/** @throws ValidationError naming the noises there are. */
export function parseNoise(raw: string): NoiseName {
  const name = noiseNames.find((known) => known === raw.trim());
  if (name !== undefined) return name;
  throw new ValidationError(`there is no slice "${raw}"`, {
    field: 'slices',
    remedy: `Choose from: ${noiseNames.join(', ')}.`,
  });
}

function pick(items: readonly string[], random: () => number): string {
  return items[Math.floor(random() * items.length)] ?? '';
}

/** FNV-1a, 32 bits. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
