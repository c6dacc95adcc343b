import type { Verification } from '#audit/index.ts';
import { formatNumber, formatTime } from '../../format.ts';
import { lookUp } from '../../problem.ts';
import type { View } from '../../view.ts';

/** How far a check of the trail is, or what it found. */
export function Verdict({ view, run, ownKey }: { view: View; run: Verification; ownKey: string }) {
  const t = view.t.verification;
  const { locale } = view;
  const { verdict } = run;
  const number = (value: number): string => formatNumber(value, locale);
  return (
    <>
      <p class="muted">{t.asked(run.askedBy, formatTime(run.askedAt, locale))}</p>
      {run.endedAt !== null ? null : run.startedAt === null ? (
        <p>{t.waiting}</p>
      ) : (
        <p>
          <progress max={Math.max(1, run.total)} value={run.read} aria-label={t.title} />{' '}
          {t.running(number(run.read), number(run.total))}
        </p>
      )}
      {run.failure === null ? null : (
        <p class="alert">
          <strong>{t.failed}</strong> <span lang="en">{run.failure}</span>
        </p>
      )}
      {verdict === null ? null : verdict.first_break === null ? (
        <p class="notice">
          <strong>{t.whole(number(verdict.events))}</strong>
        </p>
      ) : (
        <div class="alert">
          <p>
            <strong>{t.broken(number(verdict.first_break.seq))}</strong>{' '}
            {lookUp(t.problems, verdict.first_break.problem) ?? verdict.first_break.problem}.
          </p>
          <p>{t.brokenHint}</p>
        </div>
      )}
      {verdict !== null && verdict.outside === null ? (
        <p class="callout">{t.outsideMissing}</p>
      ) : null}
      {verdict === null ? null : (
        <dl class="facts">
          <dt>{t.ended}</dt>
          <dd>{run.endedAt === null ? '' : formatTime(run.endedAt, locale)}</dd>
          <dt>{t.checkpoints}</dt>
          <dd>{number(verdict.checkpoints)}</dd>
          <dt>{t.keys}</dt>
          <dd class="break">
            {verdict.keys.map((key) => (key === ownKey ? t.ownKey(key) : key)).join(', ') || '–'}
          </dd>
          <dt>{t.head}</dt>
          <dd>
            <code>{verdict.head_hash}</code>
          </dd>
          {verdict.outside === null ? null : (
            <>
              <dt>{t.outside}</dt>
              <dd>{t.outsideKept(number(verdict.outside))}</dd>
            </>
          )}
        </dl>
      )}
    </>
  );
}
