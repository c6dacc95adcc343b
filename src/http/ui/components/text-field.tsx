interface TextFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'url' | 'search' | 'number';
  readonly hint?: string;
  readonly required?: boolean;
  readonly lang?: string;
  /** The earliest day a date field offers, YYYY-MM-DD. */
  readonly min?: string;
}

/** One line to type into, with its label and, below, what to know about it. */
export function TextField(props: TextFieldProps) {
  const hintId = props.hint === undefined ? undefined : `${props.id}-hint`;
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value}
        required={props.required ?? false}
        lang={props.lang}
        min={props.min}
        aria-describedby={hintId}
      />
      {props.hint === undefined ? null : (
        <p class="muted" id={hintId}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
