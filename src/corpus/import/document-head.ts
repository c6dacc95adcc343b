import type { MetadataProposal } from '#db/schema/corpus.ts';
import { createOffsetMap } from '#language/code-points.ts';
import { findDocumentNumbers } from '#language/document-number.ts';

import { findDate } from './head-dates.ts';
import { headSegments, type Segment } from './head-segments.ts';
import { englishKinds, organNames, vietnameseKinds } from './head-words.ts';

/** A proposal before its offsets are code points. */
interface Found {
  readonly field: MetadataProposal['field'];
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

interface Head {
  readonly segments: readonly Segment[];
  /** Index of the segment that names the kind of document, or -1. */
  readonly kindAt: number;
  readonly kindName: string;
}

const STATE = /^(?:cong hoa xa hoi chu nghia viet nam|socialist republic of viet ?nam)$/;
const PARTY = /^(?:dang cong san viet nam|communist party of viet ?nam)$/;
const MOTTO =
  /^(?:doc lap ?[-–—] ?tu do ?[-–—] ?hanh phuc|independence ?[-–—] ?freedom ?[-–—] ?happiness)$/;
const NUMBERED = /^(?:(?:[\p{L}]+\s){0,4}số|No\.?|Number)\s*[:.]?\s*(?=\d)/iu;
const ANY_NUMBER = /\d{1,5}(?:\s?[/-]\s?[\p{Lu}\d][\p{Lu}\d.]*)+/u;
const BODY =
  /^(?:can cu|xet|theo|chuong|phan|muc|dieu|quyet nghi|quyet dinh ?:|nghi dinh ?:|kinh gui|noi nhan|pursuant|having|article|chapter|part|to ?:|hereby)(?![\p{L}\p{N}])/u;
const KIND_THIS = String.raw`(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?|Quy định|Quy chế|Chỉ thị|Kết luận|Hướng dẫn)\s+này`;
const IN_FORCE = new RegExp(
  String.raw`^[ \t]{0,20}(?:(?:\d{1,3}\.|Điều\s+\d{1,4}[.:])[ \t]+){0,2}${KIND_THIS}\s[^.;\n]{0,300}?(?:có\s+)?hiệu\s+lực(?:\s+thi\s+hành)?(?:,?\s+kể)?\s+từ\s+(?=ngày)(ngày\s+(?:ký|ban hành|công bố))?`,
  'imu',
);
const EFFECTIVE =
  /^.{0,80}\bthis (?:law|code|ordinance|decree|resolution|decision|circular|regulation)\b[^.;\n]{0,200}?\b(?:effect|effective|force)\b[^.;\n]{0,30}?\b(?:from|as of|on)\b/imu;
// How the next line of a title begins when paragraphs part its lines.
const CONNECTED = /^(?:va|cua|ve|cho|trong|tai|doi voi|and|of|on|in|for) /;
const PASSED = /(?:thông qua|ban hành)\s+(?:tại\s[^.;\n]{0,100}\s)?(?=ngày\s)/iu;
const FOOT_LENGTH = 4000;
const MAX_TITLE = 400;

/**
 * What the head and the foot of a legal, State or Party document say about it, for an editor to
 * confirm: number, day of issue, issuer, kind, title (kind and trích yếu), first day in force. At most
 * one proposal per field, with the code points where it was read. Vietnamese, and English in its
 * simple forms; nothing for other languages, and nothing where the text is not plain about it.
 */
export function proposeMetadata(text: string, language: string): MetadataProposal[] {
  if (language !== 'vi' && language !== 'en') return [];
  const head = readHead(text);
  const map = createOffsetMap(text);
  const issued = findIssueDate(text, head);
  return [
    findTitle(head),
    findIssuer(head),
    findNumber(head),
    findKind(head),
    issued,
    findValidFrom(text, language === 'vi' ? IN_FORCE : EFFECTIVE, issued),
  ].flatMap((found) => {
    if (found === null) return [];
    const { field, value, start, end } = found;
    const quote = text.slice(start, end);
    return [{ field, value, start: map.toCodePoint(start), end: map.toCodePoint(end), quote }];
  });
}

/** Whether a line is what every official document begins with, so that it says nothing about this one. */
export function isNationalHeading(line: string): boolean {
  return headSegments(line).some(
    ({ folded }) => STATE.test(folded) || PARTY.test(folded) || MOTTO.test(folded),
  );
}

function readHead(text: string): Head {
  const all = headSegments(text);
  const body = all.findIndex(({ folded }) => BODY.test(folded));
  const segments = body < 0 ? all : all.slice(0, body);
  const kinds = [...vietnameseKinds, ...englishKinds];
  for (const [index, segment] of segments.entries()) {
    if (!segment.capitals) continue;
    const kind = kinds.find(
      ({ name }) => segment.folded === name || segment.folded.startsWith(`${name} `),
    );
    if (kind !== undefined) return { segments, kindAt: index, kindName: kind.name };
  }
  return { segments, kindAt: -1, kindName: '' };
}

function findNumber({ segments }: Head): Found | null {
  for (const segment of segments) {
    const label = NUMBERED.exec(segment.text)?.[0];
    if (label === undefined) continue;
    const [known] = findDocumentNumbers(segment.text);
    const map = createOffsetMap(segment.text);
    const whole =
      known === undefined
        ? ''
        : segment.text.slice(map.toUtf16(known.start), map.toUtf16(known.end));
    const number = ANY_NUMBER.exec(whole === '' ? segment.text : whole)?.[0];
    if (number === undefined) continue;
    const start = segment.start + segment.text.indexOf(number);
    return { field: 'number', value: number.replace(/\s/g, ''), start, end: start + number.length };
  }
  return null;
}

/** The line of place and day; a law has none, and says at its foot when it was passed. */
function findIssueDate(text: string, { segments }: Head): Found | null {
  for (const segment of segments) {
    const date = findDate(segment.text);
    if (date === null || date.end < segment.text.replace(/[.)\s]+$/, '').length) continue;
    const before = segment.text.slice(0, date.start).trim();
    if (
      before !== '' &&
      !/^(?:[\p{Lu}][\p{L}.\s-]{1,40},|\(?ngày ban hành:?|date:?|issued(?: on)?:?)$/iu.test(before)
    )
      continue;
    return { field: 'issued_on', value: date.value, start: segment.start, end: segment.end };
  }
  const foot = Math.max(0, text.length - FOOT_LENGTH);
  const passed = PASSED.exec(text.slice(foot));
  if (passed === null || !/này\s[^.\n]{0,200}$/u.test(text.slice(foot, foot + passed.index)))
    return null;
  const date = findDate(text, foot + passed.index);
  return date === null
    ? null
    : { field: 'issued_on', value: date.value, start: date.start, end: date.end };
}

/** The last name above or beside the national heading: the first is the superior organ. */
function findIssuer({ segments, kindAt }: Head): Found | null {
  const heading = segments.findIndex(({ folded }) => STATE.test(folded) || PARTY.test(folded));
  if (heading < 0) return null;
  const top = segments.slice(0, kindAt < 0 ? heading + 4 : kindAt);
  const names: Segment[][] = [];
  for (const segment of top) {
    if (!isOrganName(segment)) continue;
    const last = names.at(-1);
    const continues = last !== undefined && continuesName(last.at(-1), segment);
    if (continues) last.push(segment);
    else names.push([segment]);
  }
  const name = names.at(-1);
  const [first, last] = [name?.[0], name?.at(-1)];
  if (name === undefined || first === undefined || last === undefined) return null;
  const folded = name.map((segment) => segment.folded).join(' ');
  const value = organNames.get(folded) ?? name.map((segment) => segment.text).join(' ');
  return { field: 'issuer', value, start: first.start, end: last.end };
}

/** "BỘ GIÁO DỤC" / "VÀ ĐÀO TẠO", "ỦY BAN NHÂN DÂN" / "TỈNH …": one name on two lines. */
function continuesName(last: Segment | undefined, { folded }: Segment): boolean {
  if (last === undefined) return false;
  if (/^(?:va|cua|and|of) /.test(folded) || / (?:va|and|of)$/.test(last.folded)) return true;
  if (folded === 'trung uong') return true;
  return (
    last.folded.endsWith('nhan dan') &&
    /^(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong) /.test(folded)
  );
}

function isOrganName({ folded, text, capitals }: Segment): boolean {
  if (!capitals || STATE.test(folded) || PARTY.test(folded) || MOTTO.test(folded)) return false;
  return /^[\p{L}\s,.\-–()]{4,120}$/u.test(text) && !NUMBERED.test(text);
}

function findKind({ segments, kindAt, kindName }: Head): Found | null {
  const segment = segments[kindAt];
  const known = [...vietnameseKinds, ...englishKinds].find(({ name }) => name === kindName);
  if (segment === undefined || known === undefined) return null;
  const isState = segments.some(({ folded }) => STATE.test(folded));
  const value = known.kind ?? (isState ? known.ofState : undefined);
  if (value === undefined) return null;
  return { field: 'kind', value, start: segment.start, end: segment.start + kindName.length };
}

function findTitle({ segments, kindAt, kindName }: Head): Found | null {
  const kind = segments[kindAt];
  if (kind === undefined) {
    const subject = segments.find(({ text }) => /^(?:V\/v|Về việc)\s/u.test(text));
    return subject === undefined
      ? null
      : { field: 'title', value: subject.text, start: subject.start, end: subject.end };
  }
  const lines = [kind];
  for (const segment of segments.slice(kindAt + 1)) {
    const first = lines.length === 1;
    const isBreak =
      /^[-–—_*=\s]+$/.test(segment.text) ||
      findDate(segment.text) !== null ||
      NUMBERED.test(segment.text);
    const goesOn =
      segment.capitals === lines.at(-1)?.capitals &&
      (!segment.apart || /^\p{Ll}/u.test(segment.text) || CONNECTED.test(segment.folded));
    if (isBreak || (!first && !goesOn)) break;
    if (first && kind.folded !== kindName && (segment.apart || !segment.capitals)) break;
    if (lines.length === 5) break;
    lines.push(segment);
  }
  const [, ...rest] = lines;
  if (rest.length === 0 && kind.folded === kindName) return null;
  const value = lines
    .map((line, index) =>
      index === 0 && rest[0]?.capitals === false ? sentenceCase(line.text) : line.text,
    )
    .join(' ');
  if (value.length > MAX_TITLE) return null;
  return { field: 'title', value, start: kind.start, end: lines.at(-1)?.end ?? kind.end };
}

/** "có hiệu lực từ ngày …" of this document; from the day of signing it is the day of issue. */
function findValidFrom(text: string, pattern: RegExp, issued: Found | null): Found | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const start = match.index + (match[0].length - match[0].trimStart().length);
  if (match[1] !== undefined) {
    const end = match.index + match[0].length;
    return issued === null ? null : { field: 'valid_from', value: issued.value, start, end };
  }
  const end = match.index + match[0].length;
  const date = findDate(text, end);
  if (date === null || text.slice(end, date.start).trim().length > 5) return null;
  return { field: 'valid_from', value: date.value, start, end: date.end };
}

function sentenceCase(text: string): string {
  return text.charAt(0) + text.slice(1).toLowerCase();
}
