import { may, type View } from '../../view.ts';

interface UploadProps {
  readonly view: View;
  /** Key of the document a file becomes the next version of; a new document otherwise. */
  readonly documentKey?: string;
  readonly open?: boolean;
}

/** For editors: a file becomes a draft. */
export function UploadForm({ view, documentKey, open = false }: UploadProps) {
  const { t } = view;
  if (!may(view, 'corpus.edit')) return null;
  return (
    <details class="panel" id="upload" open={open}>
      <summary>{documentKey === undefined ? t.upload.title : t.upload.titleNext}</summary>
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
    </details>
  );
}
