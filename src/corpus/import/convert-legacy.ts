import type { SourcePlace } from '#db/schema/corpus.ts';
import { codePointLength, createOffsetMap } from '#language/code-points.ts';
import { detectLegacyText, encodingNames, type LegacyReading } from '#language/legacy-text.ts';

import type { ReadText } from './text-blocks.ts';

const NAMED_WORDS = 5;

/** Text of a file in Unicode, and one sentence when it was not. @throws ValidationError as `detectLegacyText`. */
export function convertRaw(raw: string, fileName: string): { text: string; warnings: string[] } {
  const reading = detectLegacyText(raw, fileName);
  if (reading === null) return { text: raw, warnings: [] };
  return { text: reading.convert(raw).normalize('NFC'), warnings: [sentenceAbout(reading)] };
}

/** What an importer read, in Unicode; places move with the text. @throws ValidationError as `detectLegacyText`. */
export function convertRead<Read extends ReadText>(read: Read, fileName: string): Read {
  const reading = detectLegacyText(read.text, fileName);
  if (reading === null) return read;
  const map = createOffsetMap(read.text);
  const starts = [...new Set([0, ...read.places.map((place) => place.start)])];
  const moved = new Map<number, number>();
  let text = '';
  let length = 0;
  for (const [index, start] of starts.entries()) {
    moved.set(start, length);
    const part = read.text.slice(map.toUtf16(start), map.toUtf16(starts[index + 1] ?? map.length));
    const converted = reading.convert(part).normalize('NFC');
    text += converted;
    length += codePointLength(converted);
  }
  const places = read.places.map((place): SourcePlace => ({
    ...place,
    start: moved.get(place.start) ?? 0,
    ...(place.heading === undefined ? {} : { heading: reading.convert(place.heading) }),
  }));
  const title = read.title === null ? null : titleOf(read.title, reading);
  return { ...read, text, places, title, warnings: [...read.warnings, sentenceAbout(reading)] };
}

/** A title from a file's properties may be in Unicode beside a text that is not. */
function titleOf(title: string, reading: LegacyReading): string {
  return /[\u0100-\u1EFF]/.test(title) ? title : reading.convert(title);
}

function sentenceAbout({ encoding, unreadable }: LegacyReading): string {
  const sentence = `the text was in ${encodingNames[encoding]} and was converted to Unicode; compare it with the original`;
  if (unreadable.length === 0) return sentence;
  const words = unreadable.slice(0, NAMED_WORDS).join(', ');
  return `${sentence}, above all ${words}${unreadable.length > NAMED_WORDS ? ' …' : ''}`;
}
