import { segmentText } from '../segments.ts';

interface QuotedTextProps {
  readonly text: string;
  /** Code point of the canonical text at which `text` begins. */
  readonly start: number;
  /** The quoted span, in code points of the canonical text. */
  readonly quote: { readonly from: number; readonly to: number };
}

/** A piece of a version's text with what is quoted marked; the piece it begins in is what `#quote` names. */
export function QuotedText({ text, start, quote }: QuotedTextProps) {
  const span = { name: 'quote', start: Math.max(0, quote.from - start), end: quote.to - start };
  return (
    <>
      {segmentText(text, [span]).map((segment) =>
        segment.names.length === 0 ? (
          segment.text
        ) : (
          <mark class="quote" id={quote.from >= start ? 'quote' : undefined}>
            {segment.text}
          </mark>
        ),
      )}
    </>
  );
}
