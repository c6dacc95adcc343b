import type { ClaimView } from '#review/index.ts';
import { lookUp } from '../problem.ts';
import type { View } from '../view.ts';

/** Whose words a claim is, and what a language model takes it for. */
export function ClaimVoice({ view, claim }: { view: View; claim: ClaimView }) {
  const { t } = view;
  const { reported, proposal } = claim;
  return (
    <>
      {reported === null ? null : <p>{t.voice[reported.manner](reported.text)}</p>}
      {proposal === null ? null : (
        <p class={proposal.kind === claim.kind ? 'muted' : undefined}>
          {t.voice[proposal.kind === claim.kind ? 'agrees' : 'disagrees'](
            lookUp(t.kinds, proposal.kind) ?? proposal.kind,
            proposal.model,
            proposal.prompt,
          )}
        </p>
      )}
    </>
  );
}
