import { choices } from '../../preferences.ts';
import type { View } from '../../view.ts';
import { RadioGroup } from '../fields.tsx';

/** How the pages look and whether single keys do something; remembered by the browser. */
export function PreferencesForm({ view }: { view: View }) {
  const { t, preferences } = view;
  return (
    <form method="get" action="/account" class="narrow">
      <RadioGroup
        name="theme"
        legend={t.preferences.theme}
        choices={choices.theme.map((value) => ({ value, label: t.shell.themes[value] }))}
        selected={preferences.theme}
      />
      <RadioGroup
        name="keys"
        legend={t.preferences.keys}
        choices={choices.keys.map((value) => ({ value, label: t.preferences.keyChoices[value] }))}
        selected={preferences.keys}
      />
      <p class="muted">{t.preferences.hint}</p>
      <input type="hidden" name="notice" value="preferences" />
      <button type="submit">{t.preferences.button}</button>
    </form>
  );
}
