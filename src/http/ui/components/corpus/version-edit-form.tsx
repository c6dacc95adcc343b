import type { VersionView } from '#corpus/index.ts';
import { may, type Feedback, type View } from '../../view.ts';
import { choicesFrom, RadioGroup, SelectField, TextArea, typedOr } from '../fields.tsx';
import { TextField } from '../text-field.tsx';
import { storedFields } from '../../version-fields.ts';

interface VersionEditProps {
  readonly view: View;
  readonly version: VersionView;
  readonly feedback: Feedback;
}

/** For editors: what a draft says of itself; a refused save shows what was typed. */
export function VersionEditForm({ view, version, feedback }: VersionEditProps) {
  const { t } = view;
  if (version.status !== 'draft' || !may(view, 'corpus.edit')) return null;
  const refused = feedback.problem?.form === 'version-edit';
  const typed = refused ? feedback.typed : undefined;
  const stored = storedFields(version);
  const language = version.metadata.language;
  const value = (name: keyof typeof stored): string => typedOr(typed, name, stored[name]);
  const labels = t.versionEdit;
  return (
    <details class="panel" id="version-edit" open={refused}>
      <summary>{labels.title}</summary>
      <form method="post" action={`/corpus/versions/${version.id}/edit`}>
        <p class="muted">{labels.hint}</p>
        <input
          type="hidden"
          name="revision"
          value={typedOr(typed, 'revision', String(version.revision))}
        />
        <TextArea
          id="edit-title"
          name="title"
          label={labels.documentTitle}
          value={value('title')}
          lang={language}
          required
        />
        <Line name="number" label={labels.number} value={value('number')} lang={language} />
        <Line name="issuer" label={labels.issuer} value={value('issuer')} lang={language} />
        <div class="pair">
          <SelectField
            id="edit-kind"
            name="kind"
            label={labels.kind}
            choices={choicesFrom(t.documentKinds)}
            selected={value('kind')}
          />
          <SelectField
            id="edit-pillar"
            name="pillar"
            label={labels.pillar}
            choices={[{ value: '', label: labels.noPillar }, ...choicesFrom(t.pillars)]}
            selected={value('pillar')}
          />
        </div>
        <TextField
          id="edit-language"
          name="language"
          label={labels.languageCode}
          hint={labels.languageHint}
          value={value('language')}
          required
        />
        <TextArea
          id="edit-topics"
          name="topics"
          label={`${labels.topics} (${labels.topicsHint})`}
          value={value('topics')}
        />
        <RadioGroup
          name="citable"
          legend={labels.use}
          choices={[
            { value: 'true', label: t.corpus.citable },
            { value: 'false', label: t.corpus.internal },
          ]}
          selected={value('citable')}
        />
        <div class="pair">
          <Day name="issued_on" label={labels.issuedOn} value={value('issued_on')} />
          <Day name="valid_from" label={labels.validFrom} value={value('valid_from')} required />
          <Day name="valid_to" label={labels.validTo} value={value('valid_to')} />
          <Day name="recheck_by" label={labels.recheckBy} value={value('recheck_by')} />
        </div>
        <Line name="source_url" label={labels.sourceUrl} value={value('source_url')} type="url" />
        <button type="submit">{labels.button}</button>
      </form>
    </details>
  );
}

interface LineProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'url';
  readonly lang?: string;
  readonly required?: boolean;
}

function Line(props: LineProps) {
  return <TextField {...props} id={`edit-${props.name}`} />;
}

function Day(props: LineProps) {
  return <TextField {...props} id={`edit-${props.name}`} type="date" />;
}
