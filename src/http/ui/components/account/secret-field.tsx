interface SecretFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly autocomplete: 'current-password' | 'new-password' | 'one-time-code' | 'off';
  readonly hint?: string;
  /** What is wrong stands in the alert of the page (`ProblemAlert`). */
  readonly wrong?: boolean;
  /** A code is shown while it is typed; a password is not. */
  readonly shown?: boolean;
  /** Six digits: phones show their number pad. */
  readonly digits?: boolean;
  readonly required?: boolean;
}

/** A password or a code to type. Nothing typed here is ever sent back. */
export function SecretField(props: SecretFieldProps) {
  const hintId = props.hint === undefined ? undefined : `${props.id}-hint`;
  const described = [props.wrong === true ? 'problem' : undefined, hintId].filter(Boolean);
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        name={props.name}
        type={props.shown === true ? 'text' : 'password'}
        inputmode={props.digits === true ? 'numeric' : undefined}
        class={props.digits === true ? 'code' : undefined}
        autocomplete={props.autocomplete}
        autocapitalize="none"
        spellcheck={false}
        required={props.required ?? true}
        aria-invalid={props.wrong === true ? 'true' : undefined}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
      />
      {props.hint === undefined ? null : (
        <p class="muted" id={hintId}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
