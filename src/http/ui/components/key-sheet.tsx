import type { Child } from 'hono/jsx';
import type { View } from '../view.ts';
import { destinationsOf } from './navigation.tsx';

/** Shown by keys.js on `?`; it fills in the keys of the page and hides those that do nothing there. */
export function KeySheet({ view }: { view: View }) {
  const { t } = view;
  return (
    <dialog id="key-sheet" aria-labelledby="key-sheet-title">
      <h2 id="key-sheet-title">{t.keySheet.title}</h2>
      <h3>{t.keySheet.here}</h3>
      <dl class="keys" data-keys-here />
      <p class="muted" data-keys-none>
        {t.keySheet.nothingHere}
      </p>
      <h3>{t.keySheet.everywhere}</h3>
      <GeneralKeys view={view} />
      <Destinations view={view} />
      <form method="dialog" class="buttons">
        <button type="submit">{t.keySheet.close}</button>
        <a href="/keys">{t.keySheet.all}</a>
      </form>
    </dialog>
  );
}

/** `needs`: a selector of what a key works on; keys.js hides the line where there is none. */
export function GeneralKeys({ view }: { view: View }) {
  const { t } = view;
  return (
    <dl class="keys">
      <Key name="?">{t.keySheet.sheet}</Key>
      <Key name="/" needs="input[type=search], [data-key='/']">
        {t.keySheet.search}
      </Key>
      <Key name="j" needs="[data-row]">
        {t.keySheet.next}
      </Key>
      <Key name="k" needs="[data-row]">
        {t.keySheet.previous}
      </Key>
      <Key name="Esc">{t.keySheet.escape}</Key>
    </dl>
  );
}

export function Destinations({ view }: { view: View }) {
  const { t } = view;
  const destinations = destinationsOf(view);
  if (destinations.length === 0) return null;
  return (
    <>
      <h3>{t.keySheet.goTitle}</h3>
      <dl class="keys two">
        {destinations.map(({ key, label }) => (
          <>
            <dt>
              <kbd>g</kbd> <kbd>{key}</kbd>
            </dt>
            <dd>{label(t)}</dd>
          </>
        ))}
      </dl>
    </>
  );
}

export function Key(props: { name: string; needs?: string; children?: Child }) {
  return (
    <>
      <dt data-needs={props.needs}>
        <kbd>{props.name}</kbd>
      </dt>
      <dd data-needs={props.needs}>{props.children}</dd>
    </>
  );
}
