import { diffWords } from '#corpus/index.ts';
import type { ItemView, RecheckView } from '#review/index.ts';
import { formatDay } from '../format.ts';
import type { View } from '../view.ts';
import { WordDiff } from './corpus/word-diff.tsx';
import { passageHref } from '../version-place.ts';

type LostQuote = RecheckView['quotes'][number];

/** What the newest draft lost since it was written: why, which quotes, and what stands in their place. */
export function RecheckNotice({ view, item }: { view: View; item: ItemView }) {
  const { t } = view;
  if (item.rechecks.length === 0) return null;
  return (
    <section id="recheck" class="recheck-notice" aria-labelledby="recheck-title">
      <h2 id="recheck-title">{t.recheck.title}</h2>
      <p>{t.recheck.intro}</p>
      {item.rechecks.map((recheck) => (
        <Recheck view={view} recheck={recheck} />
      ))}
    </section>
  );
}

function Recheck({ view, recheck }: { view: View; recheck: RecheckView }) {
  const { t } = view;
  const { successor_id: successorId, successor_number: number, successor_title: title } = recheck;
  return (
    <div class="recheck">
      <p class="callout">
        <strong>{causeOf(view, recheck)}</strong>
      </p>
      {recheck.approval_id === null ? null : <p>{t.recheck.approvalLost}</p>}
      <p>
        {successorId === null || number === null || title === null ? (
          t.recheck.noSuccessor
        ) : (
          <a href={`/corpus/versions/${successorId}`}>{t.recheck.successor(number, title)}</a>
        )}
      </p>
      <h3>{t.recheck.lost}</h3>
      {recheck.quotes.some(({ now }) => now !== null) ? (
        <p class="muted">{t.recheck.changed}</p>
      ) : null}
      <ul class="lost">
        {recheck.quotes.map((lost) => (
          <li>
            <Lost view={view} recheck={recheck} lost={lost} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface LostProps {
  readonly view: View;
  readonly recheck: RecheckView;
  readonly lost: LostQuote;
}

/** A quote beside the words now in its place; struck out where there are none. */
function Lost({ view, recheck, lost }: LostProps) {
  const { t } = view;
  const { language, successor_id: successorId } = recheck;
  const place = lost.sentence === 0 ? t.recheck.headline : t.recheck.sentence(lost.sentence);
  if (lost.now === null) {
    return (
      <>
        <p>
          <strong>{place}.</strong>{' '}
          {successorId === null ? t.recheck.goneNoSuccessor : t.recheck.gone}
        </p>
        <WordDiff view={view} words={[{ kind: 'removed', text: lost.quote }]} language={language} />
      </>
    );
  }
  return (
    <>
      <p>
        <strong>{place}</strong>
      </p>
      <WordDiff view={view} words={diffWords(lost.quote, lost.now.text)} language={language} />
      {successorId === null ? null : (
        <p>
          <a href={passageHref(successorId, lost.now.passageId)}>{t.recheck.toPlace}</a>
        </p>
      )}
    </>
  );
}

function causeOf({ t, locale }: View, recheck: RecheckView): string {
  const name = t.recheck.versionOf(recheck.number ?? recheck.title, recheck.version_number);
  const day = recheck.ends_on === null ? '' : formatDay(recheck.ends_on, locale);
  if (recheck.cause === 'withdrawn') {
    return t.recheck.withdrawn(name, day, recheck.withdrawal_reason ?? '');
  }
  return t.recheck[recheck.cause](name, day);
}
