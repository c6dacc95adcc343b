import type { DiffPassage, VersionDiff } from '#corpus/index.ts';
import { passageHref } from '../../version-place.ts';
import type { View } from '../../view.ts';
import { WordDiff } from './word-diff.tsx';

export type Change = VersionDiff['changes'][number];

interface ChangeProps {
  readonly view: View;
  readonly diff: VersionDiff;
  readonly change: Change;
  readonly number: number;
  readonly language: string;
}

/** One passage that changed: what became of it, in words, with links to both places. */
export function PassageChange({ view, diff, change, number, language }: ChangeProps) {
  const { t } = view;
  const { kind, before, after } = change;
  const shown = after ?? before;
  if (shown === null) return null;
  return (
    <article class={`change change-${kind}`}>
      <h3>
        {t.versionDiff.change(number, t.versionDiff.kinds[kind])}{' '}
        <span class="place" lang={language}>
          {placeName(view, shown)}
        </span>
      </h3>
      {kind === 'moved' && before !== null ? (
        <p class="muted">{t.versionDiff.movedFrom(placeName(view, before))}</p>
      ) : null}
      {kind === 'moved' && !change.sameText ? <p class="muted">{t.versionDiff.spacing}</p> : null}
      <Words view={view} change={change} language={language} />
      <p class="actions muted">
        {after === null ? null : (
          <a href={passageHref(diff.afterId, after.id)}>{t.versionDiff.toNew}</a>
        )}
        {before === null ? null : (
          <a href={passageHref(diff.beforeId, before.id)}>{t.versionDiff.toOld}</a>
        )}
      </p>
    </article>
  );
}

function Words({ view, change, language }: Pick<ChangeProps, 'view' | 'change' | 'language'>) {
  const { kind, before, after, words } = change;
  if (words !== null) return <WordDiff view={view} words={words} language={language} />;
  if (kind === 'removed' && before !== null) {
    const gone = [{ kind: 'removed', text: before.text }] as const;
    return <WordDiff view={view} words={gone} language={language} />;
  }
  if (kind === 'added' && after !== null) {
    const come = [{ kind: 'added', text: after.text }] as const;
    return <WordDiff view={view} words={come} language={language} />;
  }
  return <blockquote lang={language}>{(after ?? before)?.text}</blockquote>;
}

/** Neighbouring passages that did not change, folded. */
export function UnchangedPassages({
  view,
  changes,
  language,
}: {
  view: View;
  changes: readonly Change[];
  language: string;
}) {
  return (
    <details class="unchanged">
      <summary>{view.t.versionDiff.unchangedCount(changes.length)}</summary>
      {changes.map(({ after }) =>
        after === null ? null : (
          <>
            <p class="muted" lang={language}>
              {placeName(view, after)}
            </p>
            <blockquote lang={language}>{after.text}</blockquote>
          </>
        ),
      )}
    </details>
  );
}

function placeName(view: View, passage: DiffPassage): string {
  return passage.headingPath.length === 0
    ? view.t.version.passage(passage.ordinal + 1)
    : passage.headingPath.join(' › ');
}
