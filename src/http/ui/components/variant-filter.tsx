import type { DraftVariant } from '#drafting/index.ts';
import type { ItemView } from '#review/index.ts';
import type { View } from '../view.ts';
import { choicesFrom, SelectField } from './fields.tsx';

/** What of the variants is shown; empty: all, and for the language the usual one. */
export interface VariantFilterValues {
  readonly claim: string;
  readonly audience: DraftVariant['audience'] | '';
  readonly length: DraftVariant['length'] | '';
  readonly language: DraftVariant['language'] | '';
}

interface VariantFilterProps {
  readonly view: View;
  readonly item: ItemView;
  readonly filter: VariantFilterValues;
}

/** A GET form: its address can be kept and sent. */
export function VariantFilter({ view, item, filter }: VariantFilterProps) {
  const { t } = view;
  const all = { value: '', label: t.variants.all };
  const claims = item.claims
    .map(({ id, checkable }, index) => ({ value: id, label: t.claims.claim(index + 1), checkable }))
    .filter(({ checkable, value }) => checkable || value === filter.claim);
  return (
    <form method="get" action={`/posts/${item.post.id}/variants`} class="inline filter">
      <SelectField
        id="claim"
        name="claim"
        label={t.variants.claim}
        choices={claims}
        selected={filter.claim}
      />
      <SelectField
        id="audience"
        name="audience"
        label={t.draft.audience}
        choices={[all, ...choicesFrom(t.audiences)]}
        selected={filter.audience}
      />
      <SelectField
        id="length"
        name="length"
        label={t.editForm.length}
        choices={[all, ...choicesFrom(t.editForm.lengths)]}
        selected={filter.length}
      />
      <SelectField
        id="language"
        name="language"
        label={t.editForm.language}
        choices={[{ value: '', label: t.variants.usual }, ...choicesFrom(t.editForm.languages)]}
        selected={filter.language}
      />
      <button type="submit">{t.variants.show}</button>
    </form>
  );
}
