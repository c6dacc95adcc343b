import type { Child } from 'hono/jsx';
import { textOf } from '../forms.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: Child;
}

export function SelectField(
  props: FieldProps & {
    readonly choices: readonly Choice[];
    readonly selected: string;
    /** First, empty choice; makes the field required. */
    readonly placeholder?: string;
  },
) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <select id={props.id} name={props.name} required={props.placeholder !== undefined}>
        {props.placeholder === undefined ? null : <option value="">{props.placeholder}</option>}
        {props.choices.map(({ value, label }) => (
          <option value={value} selected={value === props.selected}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function TextArea(
  props: FieldProps & {
    readonly value: string;
    readonly rows?: number;
    readonly required?: boolean;
    readonly lang?: string;
  },
) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <textarea
        id={props.id}
        name={props.name}
        rows={props.rows ?? 2}
        required={props.required ?? false}
        lang={props.lang}
      >
        {/* A parser drops the first line break of a text area. */}
        {props.value.startsWith('\n') ? `\n${props.value}` : props.value}
      </textarea>
    </div>
  );
}

export function RadioGroup(props: {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly selected: string;
}) {
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      {props.choices.map(({ value, label }) => (
        <label>
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={value === props.selected}
            required
          />{' '}
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** The entries of a catalogue as choices, in its order. */
export function choicesFrom(entries: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(entries).map(([value, label]) => ({ value, label }));
}

/** What was typed into a refused form, else what is stored. */
export function typedOr(typed: FormData | undefined, name: string, stored: string): string {
  return typed?.has(name) === true ? textOf(typed, name) : stored;
}
