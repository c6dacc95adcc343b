import type { VersionView } from '#corpus/index.ts';
import type { MetadataProposal } from '#db/schema/index.ts';
import { formatDay } from '../../format.ts';
import { lookUp } from '../../problem.ts';
import { may, type View } from '../../view.ts';

/** What the machine read and nobody has confirmed; each beside the words it was read in. */
export function ProposalTable({ view, version }: { view: View; version: VersionView }) {
  const { t } = view;
  if (version.status !== 'draft' || version.proposals.length === 0) return null;
  const mayAccept = may(view, 'corpus.edit');
  const headings = [
    t.proposals.field,
    t.proposals.value,
    t.proposals.quote,
    ...(mayAccept ? [t.proposals.action] : []),
  ];
  return (
    <section id="proposals" aria-labelledby="proposals-title">
      <h2 id="proposals-title">{t.proposals.title}</h2>
      <p>{t.proposals.hint}</p>
      <table class="queue proposals">
        <caption>{t.proposals.caption(version.proposals.length)}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th scope="col">{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {version.proposals.map((proposal, index) => (
            <tr>
              <th scope="row">{t.proposals.fields[proposal.field]}</th>
              <td data-label={t.proposals.value}>
                <span>
                  <strong lang={languageOf(version, proposal)}>
                    {readable(view, proposal.field, proposal.value)}
                  </strong>
                  <span class="block muted">
                    {t.proposals.now(
                      readable(view, proposal.field, storedValue(version, proposal.field)),
                    )}
                  </span>
                </span>
              </td>
              <td data-label={t.proposals.quote}>
                <q lang={version.metadata.language}>{proposal.quote}</q>
              </td>
              {mayAccept ? (
                <td data-label={t.proposals.action}>
                  <AcceptForm view={view} version={version} proposal={proposal} index={index} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface AcceptProps {
  readonly view: View;
  readonly version: VersionView;
  readonly proposal: MetadataProposal;
  readonly index: number;
}

function AcceptForm({ view, version, proposal, index }: AcceptProps) {
  const { t } = view;
  const field = t.proposals.fields[proposal.field];
  const value = readable(view, proposal.field, proposal.value);
  return (
    <form method="post" action={`/corpus/versions/${version.id}/accept`}>
      <input type="hidden" name="revision" value={String(version.revision)} />
      <input type="hidden" name="proposal" value={String(index)} />
      <button type="submit" aria-label={t.proposals.acceptLong(field, value)}>
        {t.proposals.accept}
      </button>
    </form>
  );
}

/** What the draft says now of a field that can be proposed; empty when it says nothing. */
function storedValue(version: VersionView, field: MetadataProposal['field']): string {
  if (field === 'issued_on' || field === 'valid_from') return version[field] ?? '';
  return version.metadata[field] ?? '';
}

function readable(view: View, field: MetadataProposal['field'], value: string): string {
  if (value === '') return view.t.corpus.none;
  if (field === 'kind') return lookUp<string>(view.t.documentKinds, value) ?? value;
  return field === 'issued_on' || field === 'valid_from' ? formatDay(value, view.locale) : value;
}

/** Days and kinds are written in the page's language, everything else in the document's. */
function languageOf(version: VersionView, { field }: MetadataProposal): string | undefined {
  return ['title', 'issuer', 'number'].includes(field) ? version.metadata.language : undefined;
}
