import { type AuditGroup, auditActions } from '#audit/index.ts';
import type { View } from '../../view.ts';
import { TextField } from '../text-field.tsx';

/** What the address asks for, as it was typed. */
export interface TypedSearch {
  readonly action: string;
  readonly person: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
}

export function SearchForm({
  view,
  typed,
  names,
}: {
  view: View;
  typed: TypedSearch;
  names: readonly string[];
}) {
  const t = view.t.trail;
  const groups = Object.keys(auditActions) as AuditGroup[];
  return (
    <form method="get" action="/audit" class="trail-search" id="trail" aria-label={t.search}>
      <div class="field">
        <label for="action">{t.action}</label>
        <select id="action" name="action">
          <option value="">{t.anyAction}</option>
          {groups.map((group) => (
            <optgroup label={t.groups[group]}>
              {auditActions[group].map((action) => (
                <option value={action} selected={action === typed.action}>
                  {t.actions[action]}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="person">{t.person}</label>
        <input
          id="person"
          name="person"
          type="text"
          value={typed.person}
          list="people"
          autocomplete="off"
        />
        <datalist id="people">
          {names.map((name) => (
            <option value={name} />
          ))}
        </datalist>
      </div>
      <div class="field">
        <label for="about">{t.about}</label>
        <input
          id="about"
          name="about"
          type="search"
          value={typed.about}
          autocomplete="off"
          spellcheck={false}
          data-key="/"
        />
      </div>
      <TextField id="from" name="from" label={t.from} value={typed.from} type="date" />
      <TextField id="to" name="to" label={t.to} value={typed.to} type="date" />
      <div class="buttons">
        <button type="submit" class="primary">
          {t.apply}
        </button>
        <a href="/audit">{t.clear}</a>
      </div>
    </form>
  );
}
