import { type MarkedSpan, segmentText } from './segments.ts';

/** Text with spans marked; the classes of a mark are the names of the spans that cover it. */
export function MarkedText({ text, spans }: { text: string; spans: readonly MarkedSpan[] }) {
  return (
    <>
      {segmentText(text, spans).map((segment) =>
        segment.names.length === 0 ? (
          segment.text
        ) : (
          <mark class={[...new Set(segment.names)].join(' ')}>{segment.text}</mark>
        ),
      )}
    </>
  );
}
