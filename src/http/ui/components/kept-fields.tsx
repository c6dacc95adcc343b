import { encodeKept, type KeptForm, textsOf } from '../kept-form.ts';
import type { View } from '../view.ts';

/** Carries what was kept through a step of signing in. */
export function KeptField({ kept }: { kept: KeptForm | null | undefined }) {
  return kept == null ? null : <input type="hidden" name="kept" value={encodeKept(kept)} />;
}

/** The form of before, to be sent by one button to where it was going. */
export function SendAgain({ view, kept }: { view: View; kept: KeptForm }) {
  return (
    <form method="post" action={kept.path} enctype="multipart/form-data" class="buttons">
      {kept.fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="primary">
        {view.t.kept.goOn}
      </button>
    </form>
  );
}

/** What was written, to read and to copy; and what could not be kept. */
export function KeptTexts({ view, kept }: { view: View; kept: KeptForm }) {
  const { t } = view;
  const texts = textsOf(kept);
  return (
    <section aria-labelledby="kept-title">
      <h2 id="kept-title">{t.kept.content}</h2>
      {texts.length === 0 ? <p>{t.kept.nothingKept}</p> : null}
      {texts.map(([name, value], index) => (
        <div class="field">
          <label for={`kept-${index}`}>{t.kept.field(name)}</label>
          <textarea
            id={`kept-${index}`}
            readonly
            rows={Math.min(12, 2 + Math.floor(value.length / 60))}
          >
            {/* A parser drops the first line break of a text area. */}
            {/^\r?\n/.test(value) ? `\n${value}` : value}
          </textarea>
        </div>
      ))}
      {kept.lostFile ? <p class="callout">{t.kept.filesLost}</p> : null}
      {kept.lostSecret ? <p class="muted">{t.kept.secretsLost}</p> : null}
    </section>
  );
}
