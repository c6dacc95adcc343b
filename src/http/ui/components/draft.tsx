import type { CommentView } from '#comments/index.ts';
import type { DraftView, ItemView, SentenceView } from '#review/index.ts';
import { formatDay, formatTime } from '../format.ts';
import { may, type Feedback, type View } from '../view.ts';
import { type NumberedSource, numberSources, sourceOf } from './citations.ts';
import { SentenceComments } from './comments.tsx';
import { DraftChanges } from './draft-changes.tsx';
import { NoticeLine } from './feedback.tsx';
import { findingSpans, FindingSummary, SentenceFindings } from './findings.tsx';
import { GateNotes, NotAnswered } from './gate-notes.tsx';
import { MarkedText } from './marked-text.tsx';
import { MadeWith, ModelAttemptLine } from './model-attempt.tsx';
import { isOpenForDrafting } from './open-for-drafting.ts';
import { SubmitForm } from './submit-form.tsx';
import { lookUp } from '../problem.ts';
import { passageHref } from '../version-place.ts';

interface DraftProps {
  readonly view: View;
  readonly item: ItemView;
  readonly feedback: Feedback;
  readonly comments?: readonly CommentView[];
}

export function DraftSection({ view, item, feedback, comments = [] }: DraftProps) {
  const { t } = view;
  const { draft } = item;
  return (
    <section id="draft" aria-labelledby="draft-title">
      <h2 id="draft-title">{t.draft.title}</h2>
      <NoticeLine view={view} feedback={feedback} names={['redraft', 'edit', 'submitted']} />
      {draft === null ? (
        <p class="muted">{t.draft.none}</p>
      ) : (
        <Draft view={view} item={item} draft={draft} comments={comments} />
      )}
      <NotAnswered view={view} item={item} />
      {draft === null ? null : (
        <>
          <EditLink view={view} item={item} />
          <SubmitForm view={view} item={item} draft={draft} />
        </>
      )}
    </section>
  );
}

/** The draft is read here and written on a page of its own, which has room for the sources beside it. */
function EditLink({ view, item }: { view: View; item: ItemView }) {
  if (!isOpenForDrafting(item) || !may(view, 'draft.write')) return null;
  return (
    <p class="buttons">
      <a class="button" id="edit" href={`/posts/${item.post.id}/edit`} data-key="e">
        {view.t.editor.open}
      </a>{' '}
      <a href={`/posts/${item.post.id}/variants`}>{view.t.variants.link}</a>
    </p>
  );
}

function Draft({
  view,
  item,
  draft,
  comments = [],
}: Omit<DraftProps, 'feedback'> & { draft: DraftView }) {
  const { t } = view;
  const sources = numberSources(item, draft);
  const answered = item.claims.findIndex((claim) => claim.id === draft.claim_id);
  const claim = item.claims[answered];
  const awaiting = claim?.outcome !== 'CONTRADICTED' || claim.decided_by === null;
  return (
    <>
      <ModelAttemptLine view={view} item={item} />
      <DraftFacts view={view} draft={draft} claimNumber={answered + 1} />
      {awaiting ? <p class="callout">{t.draft.awaiting}</p> : null}
      <FindingSummary view={view} draft={draft} />
      <DraftChanges view={view} draft={draft} />
      <ol class="sentences" start={0}>
        {draft.sentences.map((sentence) => (
          <Sentence
            view={view}
            draft={draft}
            sentence={sentence}
            sources={sources}
            comments={comments}
          />
        ))}
      </ol>
      <h3>{t.draft.sources}</h3>
      <ol class="sources">
        {sources.map((source) => (
          <Source view={view} source={source} />
        ))}
      </ol>
      <GateNotes view={view} draft={draft} />
    </>
  );
}

function DraftFacts({
  view,
  draft,
  claimNumber,
}: {
  view: View;
  draft: DraftView;
  claimNumber: number;
}) {
  const { t, locale } = view;
  const drafter = [t.drafters[draft.drafter], draft.created_by].filter((part) => part !== null);
  return (
    <dl class="facts">
      <dt>{t.draft.drafter}</dt>
      <dd>
        <strong class={`drafter-${draft.drafter}`}>{drafter.join(', ')}</strong>
        <MadeWith view={view} draft={draft} />
        <span class="muted">
          {' '}
          · {t.draft.revision(draft.revision)}, {formatTime(draft.created_at, locale)}
        </span>
      </dd>
      <dt>{t.draft.audience}</dt>
      <dd>
        {[
          t.audiences[draft.audience],
          draft.length === null ? null : t.editForm.lengths[draft.length],
          lookUp(t.editForm.languages, draft.language) ?? draft.language,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </dd>
      {draft.review_by === null ? null : (
        <>
          <dt>{t.editForm.reviewBy}</dt>
          <dd>{formatDay(draft.review_by, locale)}</dd>
        </>
      )}
      <dt>{t.claims.title}</dt>
      <dd>
        <a href={`#claim-${claimNumber}`}>{t.draft.answers(claimNumber)}</a>
      </dd>
      <dt>{t.draft.hash}</dt>
      <dd class="break">
        <code>{draft.content_sha256}</code>
      </dd>
    </dl>
  );
}

interface SentenceProps {
  readonly view: View;
  readonly draft: DraftView;
  readonly sentence: SentenceView;
  readonly sources: readonly NumberedSource[];
  readonly comments: readonly CommentView[];
}

function Sentence({ view, draft, sentence, sources, comments }: SentenceProps) {
  const { t } = view;
  const { ordinal, role, text, citations } = sentence;
  const name = ordinal === 0 ? t.draft.headline : t.draft.sentence(ordinal);
  return (
    <li class={ordinal === 0 ? 'headline' : 'sentence'} id={`sentence-${ordinal}`}>
      <p class="role">
        <span class={`chip role-${role}`}>{t.sentenceRoles[role]}</span>{' '}
        <span class="muted">
          {name}
          {citations.length === 0 ? ` · ${t.draft.noCitation}` : ''}
        </span>
      </p>
      <p class="wording" lang={draft.language}>
        <MarkedText text={text} spans={findingSpans(draft, ordinal)} />{' '}
        {citations.map((citation) => {
          const source = sourceOf(sources, citation);
          return source === undefined ? null : (
            <a class="ref" href={source.href} aria-label={t.draft.citation(source.number)}>
              [{source.number}]
            </a>
          );
        })}
      </p>
      <SentenceFindings view={view} draft={draft} ordinal={ordinal} />
      <SentenceComments view={view} comments={comments} draftId={draft.id} ordinal={ordinal} />
    </li>
  );
}

function Source({ view, source }: { view: View; source: NumberedSource }) {
  const { t, locale } = view;
  const { citation, number, href } = source;
  const place = [citation.issuer, citation.title, citation.number, ...citation.heading_path];
  return (
    <li id={`source-${number}`} value={number}>
      <p>{place.filter((part) => part !== null).join(' › ')}</p>
      {citation.nature === null ? null : (
        <p>
          <span class="chip">{t.quoteNatures[citation.nature]}</span>
        </p>
      )}
      <blockquote>{citation.quote}</blockquote>
      <p class="muted">
        {t.matches.validity(
          formatDay(citation.valid_from, locale),
          citation.ends_on === null ? null : formatDay(citation.ends_on, locale),
        )}{' '}
        ·{' '}
        <a
          href={passageHref(citation.version_id, citation.passage_id)}
          aria-label={`${t.draft.inVersion(citation.version_number)}: ${t.draft.citation(number)}`}
        >
          {t.draft.inVersion(citation.version_number)}
        </a>
        {citation.anchored_at === null ? null : (
          <span class="block">{t.draft.reanchored(formatTime(citation.anchored_at, locale))}</span>
        )}
        {href.startsWith('#passage') ? (
          <>
            {' '}
            ·{' '}
            <a href={href} aria-label={`${t.draft.toPassage}: ${t.draft.citation(number)}`}>
              {t.draft.toPassage}
            </a>
          </>
        ) : null}
      </p>
    </li>
  );
}
