import type { ThirdLookView } from '#review/index.ts';
import { formatTime } from '../format.ts';
import { lookUp } from '../problem.ts';
import type { View } from '../view.ts';

/** What the third person found, beside an approval; a disagreement is a call to look again. */
export function ThirdLookNotice({ view, look }: { view: View; look: ThirdLookView | null }) {
  if (look === null || look.verdict === null || look.looked_at === null) return null;
  const { t, locale } = view;
  const labels = (look.labels ?? []).filter(({ label }) => label !== 'supported');
  return (
    <section id="third-look" aria-labelledby="third-look-title">
      <h2 id="third-look-title">{t.thirdLook.title}</h2>
      <p class={look.verdict === 'disagree' ? 'callout' : undefined}>
        <strong>{t.thirdLookVerdicts[look.verdict]}</strong> · {look.reviewer},{' '}
        {formatTime(look.looked_at, locale)}
      </p>
      <blockquote>{look.reason}</blockquote>
      <ul>
        {labels.map(({ ordinal, label }) => (
          <li>
            <a href={`#sentence-${ordinal}`}>
              {ordinal === 0 ? t.draft.headline : t.draft.sentence(ordinal)}
            </a>
            : {lookUp(t.labels, label) ?? label}
          </li>
        ))}
      </ul>
      {look.verdict === 'disagree' ? <p>{t.thirdLook.whatNow}</p> : null}
    </section>
  );
}
