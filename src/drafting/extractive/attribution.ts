import type { Audience, DraftLength } from '#db/schema/index.ts';
import { headingPlaces, innerPlaces, type Place, placeInWords } from './place.ts';
import type { NamedKind, Templates } from './template-types.ts';
import { type DraftLanguage, TEMPLATES } from './templates.ts';
import type { Citation, SourcePassage } from '../types.ts';

/** How a draft is to be written. */
export interface AttributionForm {
  readonly language: DraftLanguage;
  readonly audience: Audience;
  readonly length: DraftLength;
}

/** The parts of a passage's attribution, outermost first: document, number, issuer, place in it. */
export function attributionParts(source: SourcePassage): {
  document: string;
  number: string | null;
  issuer: string | null;
  place: string[];
} {
  const { documentNumber: number, documentTitle: document, issuer } = source;
  return {
    document,
    number: number === null || document.includes(number) ? null : number,
    issuer: issuer === null || document.includes(issuer) ? null : issuer,
    place: headingPlaces(source).map(({ heading }) => heading),
  };
}

/**
 * Whatever else about its source a sentence may say around these quotes, exactly so, in any language
 * there are templates for: kind and issuer in words, first day in force, place with clause and point.
 */
export function attributionPhrases(
  source: SourcePassage,
  citations: readonly Citation[],
): string[] {
  const phrases = new Set<string>(Object.values(source.issuerNames ?? {}));
  const outer = headingPlaces(source);
  const exact = citations.map((citation) => [...outer, ...innerPlaces(source, citation)]);
  for (const templates of Object.values(TEMPLATES)) {
    const kind = kindOf(source, templates);
    if (kind !== null) phrases.add(kind);
    phrases.add(inForceSince(source, templates));
    for (const places of [outer, ...exact]) {
      for (const place of places) phrases.add(placeInWords(place, templates));
      phrases.add(joinPlaces(places, templates));
    }
  }
  phrases.delete('');
  return Array.from(phrases);
}

/**
 * Where a quote comes from, as its readers need it. At home: document, number, place. Abroad, for
 * Vietnamese readers: issuer and first day in force as well. For foreign readers: the kind of document,
 * its issuer and the place in the words of the draft's language. For officials: the number first, then
 * article, clause and point. A short draft names the number, or the title, and the place.
 */
export function attribute(
  source: SourcePassage,
  citation: Citation,
  { language, audience, length }: AttributionForm,
): string {
  const templates = TEMPLATES[language];
  const { number, issuer, place } = attributionParts(source);
  const inWords = headingPlaces(source).map((each) => placeInWords(each, templates));
  const title = titled(source.documentTitle, templates);
  const exact = exactPlace(source, citation, templates);
  if (length === 'short') {
    const name = source.documentNumber ?? title;
    const at = { domestic: place, diaspora: place, foreign: inWords, official: exact }[audience];
    return listed([name, ...at], templates);
  }
  const since = inForceSince(source, templates);
  if (audience === 'official') {
    if (source.documentNumber === null) {
      return listed([withDetails(title, [since], templates), ...exact], templates);
    }
    const name = listed([source.documentNumber, ...exact], templates);
    return withDetails(name, [title, since], templates);
  }
  if (audience === 'foreign') {
    const details = [kindOf(source, templates), issuerIn(source, language), number];
    return listed([withDetails(title, details, templates), ...inWords], templates);
  }
  const details = audience === 'diaspora' ? [number, issuer, since] : [number];
  return listed([withDetails(title, details, templates), ...place], templates);
}

function exactPlace(source: SourcePassage, citation: Citation, templates: Templates): string[] {
  const joined = joinPlaces(
    [...headingPlaces(source), ...innerPlaces(source, citation)],
    templates,
  );
  return joined === '' ? [] : [joined];
}

/** `điểm a khoản 2 Điều 5`; `Article 5, clause 2, point a`. */
function joinPlaces(places: readonly Place[], templates: Templates): string {
  const { innermostFirst, typography } = templates;
  const units = places.filter(({ unit }) => unit !== null);
  const named = (units.length > 0 ? units : places).map((place) => placeInWords(place, templates));
  return innermostFirst && units.length > 0
    ? named.toReversed().join(' ')
    : named.join(typography.comma);
}

function issuerIn({ issuer, issuerNames, documentTitle }: SourcePassage, language: DraftLanguage) {
  const name = issuerNames?.[language] ?? issuer;
  return name === null || documentTitle.includes(name) ? null : name;
}

function kindOf({ documentKind }: SourcePassage, { kinds }: Templates): string | null {
  return kinds[documentKind as NamedKind] ?? null;
}

function inForceSince({ validFrom }: SourcePassage, { inForce, day }: Templates): string {
  const [year = 0, month = 0, date = 0] = validFrom.split('-').map(Number);
  return `${inForce}${day({ year, month, day: date })}`;
}

function titled(title: string, { typography }: Templates): string {
  const [open, close] = typography.title;
  return title.startsWith(open) ? title : `${open}${title}${close}`;
}

function withDetails(
  name: string,
  details: ReadonlyArray<string | null>,
  { typography }: Templates,
): string {
  const told = details.filter((detail) => detail !== null);
  const [open, close] = typography.parentheses;
  return told.length === 0 ? name : `${name}${open}${told.join(typography.comma)}${close}`;
}

function listed(parts: readonly string[], { typography }: Templates): string {
  return parts.join(typography.comma);
}
