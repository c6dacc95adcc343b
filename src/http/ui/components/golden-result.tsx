import type { GoldenResult } from '#review/index.ts';
import { lookUp } from '../problem.ts';
import type { View } from '../view.ts';

/** Told after the fact: it was a golden item, what was expected, and where they differed. */
export function GoldenNotice({ view, golden }: { view: View; golden: GoldenResult | null }) {
  if (golden === null) return null;
  const { t } = view;
  const planted =
    golden.fault === null
      ? t.golden.control
      : t.golden.planted(lookUp<string>(t.goldenFaults, golden.fault) ?? golden.fault);
  return (
    <section id="golden" aria-labelledby="golden-title">
      <h2 id="golden-title">{t.golden.title}</h2>
      <p role="status">
        {t.golden.explanation} {planted}
      </p>
      <p>
        {t.golden.verdicts(t.verdicts[golden.expectedVerdict], t.verdicts[golden.verdict])}{' '}
        <strong>{golden.rightVerdict ? t.golden.right : t.golden.wrong}</strong>
      </p>
      {golden.differences.length === 0 ? (
        <p>{t.golden.allLabels}</p>
      ) : (
        <ul>
          {golden.differences.map(({ ordinal, expected, given }) => (
            <li>
              <a href={`#sentence-${ordinal}`}>
                {ordinal === 0 ? t.draft.headline : t.draft.sentence(ordinal)}
              </a>
              : {t.golden.labels(t.labels[expected], given === null ? '–' : t.labels[given])}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
