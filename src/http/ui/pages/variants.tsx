import type { DraftVariant } from '#drafting/index.ts';
import type { ItemView } from '#review/index.ts';
import { Layout } from '../components/layout.tsx';
import { VariantFilter, type VariantFilterValues } from '../components/variant-filter.tsx';
import { Variant } from '../components/variant.tsx';
import type { View } from '../view.ts';

interface VariantsProps {
  readonly view: View;
  readonly item: ItemView;
  readonly filter: VariantFilterValues;
  readonly variants: readonly DraftVariant[];
}

/** The drafts that would answer a claim, side by side; nothing of them is stored. */
export function VariantsPage({ view, item, filter, variants }: VariantsProps) {
  const { t } = view;
  const claim = item.claims.find(({ id }) => id === filter.claim);
  return (
    <Layout view={view} title={t.variants.title}>
      <h1>{t.variants.title}</h1>
      <p>
        <a href={`/posts/${item.post.id}`}>{t.variants.back}</a>
      </p>
      <p>{t.variants.intro}</p>
      {claim === undefined ? null : (
        <p class={`said outcome-${claim.outcome}`} lang={item.post.language}>
          {claim.text}
        </p>
      )}
      <VariantFilter view={view} item={item} filter={filter} />
      <div class="sides">
        {variants.map((variant, index) => (
          <Variant
            view={view}
            item={item}
            claimId={filter.claim}
            variant={variant}
            number={index + 1}
          />
        ))}
      </div>
    </Layout>
  );
}
