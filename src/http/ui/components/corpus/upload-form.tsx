import { may, type View } from '../../view.ts';

interface UploadProps {
  readonly view: View;
  /** Key of the document a file becomes the next version of; a new document otherwise. */
  readonly documentKey?: string;
}

/** For editors: a file becomes a draft; folded, as it is not the page's next step. */
export function UploadForm({ view, documentKey }: UploadProps) {
  const { t } = view;
  if (!may(view, 'corpus.edit')) return null;
  return (
    <details class="panel" id="upload">
      <summary>{documentKey === undefined ? t.upload.title : t.upload.titleNext}</summary>
      <Form view={view} {...(documentKey === undefined ? {} : { documentKey })} />
    </details>
  );
}

/** The form alone, for the page whose heading says what it does. */
export function UploadFields(props: UploadProps) {
  if (!may(props.view, 'corpus.edit')) return null;
  return (
    <div class="panel" id="upload">
      <Form {...props} />
    </div>
  );
}

function Form({ view, documentKey }: UploadProps) {
  const { t } = view;
  return (
    <form method="post" action="/corpus/upload" enctype="multipart/form-data">
      {documentKey === undefined ? null : <input type="hidden" name="key" value={documentKey} />}
      <div class="field">
        <label for="file">{t.upload.file}</label>
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".docx,.pdf,.html,.htm,.md,.markdown,.txt,.csv,.tsv,.jsonl"
          aria-describedby="file-hint"
        />
        <p class="muted" id="file-hint">
          {t.upload.hint}
        </p>
      </div>
      <button type="submit" class="primary">
        {t.upload.button}
      </button>
    </form>
  );
}
