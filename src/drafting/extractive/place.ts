import { createOffsetMap } from '#language/code-points.ts';
import type { Citation, SourcePassage } from '../types.ts';
import { structureUnits, type StructureUnit, type Templates } from './template-types.ts';

/** A unit of a document's structure: its number or letter, and the words the document names it by. */
export interface Place {
  /** Null for a heading that names no unit. */
  readonly unit: StructureUnit | null;
  readonly label: string;
  readonly heading: string;
}

const UNIT_WORDS: Readonly<Record<StructureUnit, string>> = {
  chapter: 'chương|chapter|chapitre|глава',
  section: 'mục|phần|section|раздел',
  article: 'điều|article|статья',
  clause: 'khoản|clause|paragraph|paragraphe|пункт',
  point: 'điểm|point|подпункт',
};
const UNITS = structureUnits.map((unit) => ({
  unit,
  pattern: new RegExp(`^(?:${UNIT_WORDS[unit]})\\s+(\\d+\\p{L}?|[ivxlc]+|\\p{L})\\.?$`, 'iu'),
}));
const OTHER_UNIT =
  /^(?:điều|khoản|điểm|phụ lục|article|section|paragraph|clause|annex|статья|第\S+[条條])/iu;
const CLAUSE = /^\s*(\d{1,2})[.)]\s/u;
const POINT = /^\s*(\p{Ll})\)\s/u;

/** The units of a passage's headings, outermost first; its last heading where none names a unit. */
export function headingPlaces({ headingPath, documentTitle }: SourcePassage): Place[] {
  const headings = headingPath.map((heading) => heading.trim());
  const units = headings.filter((heading) => OTHER_UNIT.test(heading));
  return (units.length > 0 ? units : headings.slice(-1))
    .filter((heading) => heading !== '' && heading !== documentTitle)
    .map(readPlace);
}

/**
 * Clause and point a quote stands in, read from the numbering of its own line and, for a point, of the
 * nearest numbered line above; empty outside an article and where the line has no number of its own.
 */
export function innerPlaces(source: SourcePassage, { start }: Citation): Place[] {
  if (!headingPlaces(source).some(({ unit }) => unit === 'article')) return [];
  const at = createOffsetMap(source.text).toUtf16(start - source.start);
  const lines = source.text.slice(0, at).split('\n');
  const own = lines.at(-1) ?? '';
  const clause = CLAUSE.exec(own)?.[1];
  if (clause !== undefined) return [inner('clause', clause)];
  const point = POINT.exec(own)?.[1];
  const above = lines.findLast((line) => CLAUSE.test(line));
  const outer = above === undefined ? undefined : CLAUSE.exec(above)?.[1];
  if (point === undefined || outer === undefined) return [];
  return [inner('clause', outer), inner('point', point)];
}

/** A place in the words of a language; a heading that names no unit stays as it is. */
export function placeInWords({ unit, label, heading }: Place, { units }: Templates): string {
  return unit === null ? heading : units[unit].replace('{}', label);
}

function readPlace(heading: string): Place {
  for (const { unit, pattern } of UNITS) {
    const label = pattern.exec(heading)?.[1];
    if (label !== undefined) return { unit, label, heading };
  }
  return { unit: null, label: '', heading };
}

function inner(unit: StructureUnit, label: string): Place {
  return { unit, label, heading: '' };
}
