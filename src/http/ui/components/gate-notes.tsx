import { z } from 'zod';
import type { DraftView, ItemView } from '#review/index.ts';
import { lookUp } from '../problem.ts';
import type { View } from '../view.ts';

const Gate = z.object({
  dropped: z.array(
    z.object({
      // Absent from drafts made when every failing sentence was dropped.
      ordinal: z.number().nullable().default(null),
      sentence: z.object({ role: z.string(), text: z.string() }),
      failures: z.array(z.string()),
    }),
  ),
  notes: z.array(z.object({ code: z.literal('missing_translation') })).default([]),
});

/**
 * Which sentences the gate dropped from this draft, and why, whether it keeps some that fail, and where
 * a quote is not in its language.
 */
export function GateNotes({ view, draft }: { view: View; draft: DraftView }) {
  const { t } = view;
  const { dropped: failed, notes } = Gate.safeParse(draft.gate).data ?? { dropped: [], notes: [] };
  const dropped = failed.filter(({ ordinal }) => ordinal === null);
  return (
    <>
      <h3>{t.draft.gate}</h3>
      {notes.length === 0 ? null : <p>{t.draft.missingTranslation}</p>}
      {failed.length === 0 ? <p class="muted">{t.draft.gateClean}</p> : null}
      {failed.length > dropped.length ? <p>{t.lint.failing}</p> : null}
      {dropped.length === 0 ? null : (
        <>
          <p>{t.draft.dropped}</p>
          <ul>
            {dropped.map(({ sentence, failures }) => (
              <li>
                <del lang={draft.language}>{sentence.text}</del>{' '}
                <span class="muted">
                  ({failures.map((code) => lookUp(t.gateFailures, code) ?? code).join('; ')})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The claims no sentence answers, each with the reason. */
export function NotAnswered({ view, item }: { view: View; item: ItemView }) {
  const { t } = view;
  const open = item.claims
    .map((claim, index) => ({ claim, number: index + 1 }))
    .filter(({ claim }) => claim.id !== item.draft?.claim_id);
  if (open.length === 0) return null;
  return (
    <>
      <h3>{t.draft.notAnswered}</h3>
      <ul>
        {open.map(({ claim, number }) => (
          <li>
            <a href={`#claim-${number}`}>{t.claims.claim(number)}</a>:{' '}
            {t.notAnswered[claim.outcome]}
          </li>
        ))}
      </ul>
    </>
  );
}
