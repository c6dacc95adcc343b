import { diffWords } from '#corpus/index.ts';
import type { DraftVariant, PreparedDraft } from '#drafting/index.ts';
import type { ItemView } from '#review/index.ts';
import { lookUp } from '../problem.ts';
import { may, type View } from '../view.ts';
import { WordDiff } from './corpus/word-diff.tsx';
import { isOpenForDrafting } from './open-for-drafting.ts';

interface VariantProps {
  readonly view: View;
  readonly item: ItemView;
  readonly claimId: string;
  readonly variant: DraftVariant;
  readonly number: number;
}

/** One draft a claim can be answered with, or why there is none. */
export function Variant({ view, item, claimId, variant, number }: VariantProps) {
  const { t } = view;
  const { audience, length, language, draft, gap, characters } = variant;
  const form = [t.audiences[audience], t.editForm.lengths[length], t.editForm.languages[language]];
  return (
    <section aria-labelledby={`variant-${number}`}>
      <h2 id={`variant-${number}`}>{form.join(' · ')}</h2>
      {gap === null ? null : <p class="callout">{t.variants.gaps[gap]}</p>}
      {draft === null ? null : (
        <>
          <p class="muted">{t.variants.characters(characters ?? 0)}</p>
          <Sentences view={view} draft={draft} />
          <AgainstCurrent view={view} item={item} draft={draft} />
          <Findings view={view} draft={draft} />
          <TakeForm view={view} item={item} claimId={claimId} variant={variant} draft={draft} />
        </>
      )}
    </section>
  );
}

function Sentences({ view, draft }: { view: View; draft: PreparedDraft }) {
  const { t } = view;
  const { headline, sentences, language, gate } = draft;
  return (
    <>
      {gate.notes.length === 0 ? null : <p class="muted">{t.draft.missingTranslation}</p>}
      <ol class="sentences" start={0}>
        <li class="headline">
          <p class="wording" lang={language}>
            {headline.text}
          </p>
        </li>
        {sentences.map(({ role, text }) => (
          <li class="sentence">
            <p class="role">
              <span class={`chip role-${role}`}>{t.sentenceRoles[role]}</span>
            </p>
            <p class="wording" lang={language}>
              {text}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What taking this one would change; in another language everything would. */
function AgainstCurrent(props: { view: View; item: ItemView; draft: PreparedDraft }) {
  const { view, item, draft } = props;
  const { editor } = view.t;
  const current = item.draft;
  if (current === null || current.language !== draft.language) return null;
  if (current.content_sha256 === draft.contentSha256) {
    return <p class="notice">{editor.sameAsCurrent}</p>;
  }
  const before = current.sentences.map(({ text }) => text).join('\n\n');
  const after = [draft.headline, ...draft.sentences].map(({ text }) => text).join('\n\n');
  return (
    <details>
      <summary>{editor.againstCurrent}</summary>
      <WordDiff view={view} words={diffWords(before, after)} language={draft.language} />
    </details>
  );
}

/** What the linter says of the wording; what other decisions settle is shown with the stored draft. */
function Findings({ view, draft }: { view: View; draft: PreparedDraft }) {
  const { t } = view;
  const findings = draft.lint.findings.filter(({ rule }) => rule !== 'R1' && rule !== 'R10');
  if (findings.length === 0) return null;
  return (
    <details>
      <summary>{t.variants.findings}</summary>
      <ul class="findings">
        {findings.map(({ code, severity, sentence }) => (
          <li>
            <span class={`chip severity-${severity}`}>{t.lint.severities[severity]}</span>{' '}
            {sentence === null ? '' : `${t.draft.sentence(sentence)}: `}
            {lookUp<{ message: string }>(t.lint.findings, code)?.message ?? code}
          </li>
        ))}
      </ul>
    </details>
  );
}

function TakeForm({
  view,
  item,
  claimId,
  variant,
  draft,
}: Omit<VariantProps, 'number'> & { draft: PreparedDraft }) {
  const { t } = view;
  if (!may(view, 'draft.write') || !isOpenForDrafting(item)) return null;
  return (
    <form method="post" action={`/posts/${item.post.id}/redraft`}>
      <input type="hidden" name="claim" value={claimId} />
      <input type="hidden" name="audience" value={variant.audience} />
      <input type="hidden" name="length" value={variant.length} />
      <input type="hidden" name="language" value={variant.language} />
      <input type="hidden" name="content_sha256" value={draft.contentSha256} />
      <button type="submit">{t.variants.take}</button>
    </form>
  );
}
