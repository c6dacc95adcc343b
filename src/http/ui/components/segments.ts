import { createOffsetMap } from '#language/code-points.ts';

/** Offsets are Unicode code points into the text. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  /** Tells spans apart; becomes a CSS class. */
  readonly name: string;
}

export interface Segment {
  readonly text: string;
  /** Names of the spans that cover this segment; empty for plain text. */
  readonly names: readonly string[];
  /** Code-point offset of the segment. */
  readonly start: number;
  readonly end: number;
}

/** Cuts a text at the edges of spans that may overlap; the segments together are the whole text. */
export function segmentText(text: string, spans: readonly MarkedSpan[]): Segment[] {
  const map = createOffsetMap(text);
  const clamp = (offset: number): number => Math.min(Math.max(offset, 0), map.length);
  const cuts = new Set([0, map.length]);
  const filled = spans.filter((span) => span.end > span.start);
  for (const span of filled) {
    cuts.add(clamp(span.start));
    cuts.add(clamp(span.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] as number;
    return {
      start,
      end,
      text: text.slice(map.toUtf16(start), map.toUtf16(end)),
      names: filled.filter((span) => span.start < end && span.end > start).map(({ name }) => name),
    };
  });
}
