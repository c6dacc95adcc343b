import { codePointLength } from '#language/code-points.ts';
import type { SourcePassage } from './types.ts';

const FILLER = '𝟚 Lời nói đầu\n\n';

/** A passage for tests, preceded in its canonical text by a line that shifts every offset. */
export function sampleSource(text: string, changes: Partial<SourcePassage> = {}): SourcePassage {
  const start = codePointLength(FILLER);
  return {
    passageId: 'p1',
    versionId: 'v1',
    start,
    end: start + codePointLength(text),
    text,
    headingPath: ['Điều 5'],
    language: 'vi',
    documentTitle: 'Tuyên ngôn toàn thế giới về nhân quyền',
    documentNumber: null,
    issuer: 'Liên Hợp Quốc',
    citable: true,
    status: 'approved',
    validFrom: '1948-12-10',
    endsOn: null,
    ...changes,
  };
}

/** The canonical texts in which `sampleSource` passages lie, by version id. */
export function sampleTexts(sources: readonly SourcePassage[]): Map<string, string> {
  return new Map(sources.map((source) => [source.versionId, `${FILLER}${source.text}\n\nHết.`]));
}
