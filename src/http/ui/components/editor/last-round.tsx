import { diffWords } from '#corpus/index.ts';
import type { DraftView, ItemView, ReviewRound } from '#review/index.ts';
import { formatTime } from '../../format.ts';
import type { View } from '../../view.ts';
import { WordDiff } from '../corpus/word-diff.tsx';
import { alignSentences } from './align-sentences.ts';

type Sentence = Pick<DraftView['sentences'][number], 'ordinal' | 'role' | 'text'>;

/** What reviewers read and said before this revision, held beside its sentences. */
export interface LastRound {
  readonly round: ReviewRound;
  readonly sentences: readonly Sentence[];
  /** The sentence they read, by the ordinal of the one that now stands for it. */
  readonly partnerOf: ReadonlyMap<number, Sentence>;
}

/** Null while nobody has reviewed this post, or where the reviews are hidden from the reader. */
export function lastRoundOf(item: ItemView, draft: DraftView): LastRound | null {
  const round = item.reviews.find(({ decisions }) => (decisions ?? []).length > 0);
  if (round === undefined) return null;
  const sentences: readonly Sentence[] | undefined =
    round.draftId === draft.id
      ? draft.sentences
      : draft.earlier.find(({ revision }) => revision === round.revision)?.sentences;
  if (sentences === undefined) return null;
  return { round, sentences, partnerOf: alignSentences(sentences, draft.sentences) };
}

interface LastRoundNoticeProps {
  readonly view: View;
  readonly round: LastRound;
  /** Of the draft. */
  readonly language: string;
}

/** Both reviewers' verdicts and reasons, and what of their draft is gone. */
export function LastRoundNotice({ view, round: last, language }: LastRoundNoticeProps) {
  const { t, locale } = view;
  const { round, sentences, partnerOf } = last;
  const kept = new Set([...partnerOf.values()].map(({ ordinal }) => ordinal));
  const gone = sentences.filter(({ ordinal }) => !kept.has(ordinal));
  return (
    <section class="last-round" aria-labelledby="last-round-title">
      <h2 id="last-round-title">{t.editor.roundTitle(round.revision)}</h2>
      {round.decisions?.map(({ verdict, stage, reviewer, decided_at, reason }) => (
        <>
          <p>
            <strong>{t.verdicts[verdict]}</strong> · {t.review.stage(stage)}: {reviewer},{' '}
            {formatTime(decided_at, locale)}
          </p>
          <blockquote>{reason}</blockquote>
        </>
      ))}
      {gone.length === 0 ? null : (
        <>
          <p>{t.editor.roundGone(round.revision)}</p>
          {gone.map(({ text }) => (
            <WordDiff view={view} words={[{ kind: 'removed', text }]} language={language} />
          ))}
        </>
      )}
    </section>
  );
}

interface LastRoundOfRowProps {
  readonly view: View;
  readonly round: LastRound;
  readonly ordinal: number;
  readonly draft: DraftView;
}

/** At a row: how each reviewer labelled the sentence, and what was reworded since. */
export function LastRoundOfRow({ view, round: last, ordinal, draft }: LastRoundOfRowProps) {
  const { t } = view;
  const { round, partnerOf } = last;
  const partner = partnerOf.get(ordinal);
  const now = draft.sentences.find((sentence) => sentence.ordinal === ordinal);
  if (now === undefined) return null;
  if (partner === undefined) {
    return <p class="row-round muted">{t.editor.roundNew(round.revision)}</p>;
  }
  const labels = (round.decisions ?? []).flatMap(({ stage, labels: given }) =>
    given.filter((one) => one.ordinal === partner.ordinal).map(({ label }) => ({ stage, label })),
  );
  return (
    <div class="row-round">
      <ul class="row-labels">
        {labels.map(({ stage, label }) => (
          <li class={label === 'supported' ? 'muted' : undefined}>
            {t.review.stage(stage)}:{' '}
            {label === 'supported' ? t.labels[label] : <strong>{t.labels[label]}</strong>}
          </li>
        ))}
      </ul>
      {partner.text === now.text ? null : (
        <>
          <p class="muted">{t.editor.roundChanged(round.revision)}</p>
          <WordDiff
            view={view}
            words={diffWords(partner.text, now.text)}
            language={draft.language}
          />
        </>
      )}
    </div>
  );
}
