import { type Column, type ImportField, importFields } from '#posts/index.ts';
import type { View } from '../view.ts';
import { SelectField } from './fields.tsx';
import { TextField } from './text-field.tsx';

/** Which column each part of a post is read from; null: none, or not chosen yet. */
export type ChosenColumns = Readonly<Record<ImportField, number | null>>;

interface MappingProps {
  readonly view: View;
  readonly columns: readonly Column[];
  readonly chosen: ChosenColumns;
  readonly platform: string;
}

/** One choice for each part of a post; columns that say who wrote it are not offered. */
export function MappingFields({ view, columns, chosen, platform }: MappingProps) {
  const words = view.t.intake;
  const options = columns.flatMap((column, index) =>
    column.author ? [] : [{ value: String(index), label: columnName(view, columns, index) }],
  );
  return (
    <div class="mapping">
      {importFields.map((field) => (
        <SelectField
          id={`map_${field}`}
          name={`map_${field}`}
          label={words.fields[field]}
          selected={chosen[field] === null ? '' : String(chosen[field])}
          {...(field === 'text'
            ? { placeholder: words.chooseColumn, choices: options }
            : { choices: [{ value: '', label: words.noColumn }, ...options] })}
        />
      ))}
      <TextField
        id="platform"
        name="platform"
        label={words.platform}
        value={platform}
        hint={view.t.submit.platformHint}
      />
    </div>
  );
}

/** Its name; with its place where it has none, or another column has the same. */
export function columnName(view: View, columns: readonly Column[], index: number): string {
  const name = columns[index]?.name ?? '';
  const place = view.t.intake.column(index + 1);
  if (name === '') return place;
  const twice = columns.filter((column) => column.name === name).length > 1;
  return twice ? `${name} (${place})` : name;
}
