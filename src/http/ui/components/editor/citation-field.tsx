import { sliceCodePoints } from '#language/code-points.ts';
import type { View } from '../../view.ts';
import { SelectField, TextArea } from '../fields.tsx';
import { passageAddress } from './passage-address.ts';

/** Passages a citation can name. */
export interface PassageChoice {
  readonly value: string;
  readonly label: string;
}

interface CitationFieldProps {
  readonly view: View;
  readonly postId: string;
  /** `s2` */
  readonly row: string;
  /** `c0` */
  readonly slot: string;
  readonly number: number;
  readonly citation: { readonly passage: string; readonly quote: string };
  readonly passages: readonly PassageChoice[];
}

const chipLength = 60;

/** One citation as a chip that opens its passage, and the fields behind it; an empty one is only the fields. */
export function CitationField(props: CitationFieldProps) {
  const { view, postId, row, slot, number, citation, passages } = props;
  const { t } = view;
  const { passage, quote } = citation;
  const empty = passage === '' && quote === '';
  const known = passages.some(({ value }) => value === passage);
  const name = passages.find(({ value }) => value === passage)?.label ?? t.editor.unnamed(passage);
  const own = passage === '' || known ? [] : [{ value: passage, label: name }];
  const start = sliceCodePoints(quote, 0, chipLength);
  return (
    <li class="citation" data-citation>
      <a
        class="chip cite-chip"
        data-chip
        hidden={empty}
        href={passageAddress(postId, passage, quote)}
        target="_blank"
        rel="noopener"
        title={t.editor.openPassage}
      >
        <span data-chip-name>{name}</span>{' '}
        <q data-chip-quote>{start === quote ? quote : `${start}…`}</q>
      </a>
      <details>
        <summary>
          <span data-when="filled" hidden={empty}>
            {t.editor.editCitation}
          </span>
          <span data-when="empty" hidden={!empty}>
            {t.editor.addCitation}
          </span>
        </summary>
        <SelectField
          id={`${row}-${slot}-passage`}
          name={`${row}.${slot}.passage`}
          label={t.draft.passage(number)}
          choices={[{ value: '', label: t.draft.noPassage }, ...own, ...passages]}
          selected={passage}
        />
        <TextArea
          id={`${row}-${slot}-quote`}
          name={`${row}.${slot}.quote`}
          label={t.draft.quote(number)}
          value={quote}
        />
        <button type="button" class="quiet" data-drop-citation data-scripted hidden>
          {t.editor.removeCitation}
        </button>
      </details>
    </li>
  );
}
