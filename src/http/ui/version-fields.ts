import type { DraftChanges, VersionView } from '#corpus/index.ts';
import { ValidationError } from '#platform/errors.ts';
import { textOf } from './forms.ts';

const fields = [
  'title',
  'number',
  'issuer',
  'kind',
  'pillar',
  'language',
  'topics',
  'citable',
  'issued_on',
  'valid_from',
  'valid_to',
  'recheck_by',
  'source_url',
] as const;
type VersionField = (typeof fields)[number];

/** What a draft says of itself, as the edit form shows it; what is not given is empty. */
export function storedFields(version: VersionView): Record<VersionField, string> {
  const { metadata } = version;
  return {
    title: metadata.title,
    number: metadata.number ?? '',
    issuer: metadata.issuer ?? '',
    kind: metadata.kind,
    pillar: metadata.pillar ?? '',
    language: metadata.language,
    topics: metadata.topics.join('\n'),
    citable: String(metadata.citable),
    issued_on: version.issued_on ?? '',
    valid_from: version.valid_from,
    valid_to: version.valid_to ?? '',
    recheck_by: version.recheck_by ?? '',
    source_url: version.source_url ?? '',
  };
}

/**
 * The fields of the form that differ from what is stored: the others stay proposals where they were.
 * @throws ValidationError when none does, or a day that a version must have is missing.
 */
export function changesOf(form: FormData, version: VersionView): DraftChanges {
  const stored = storedFields(version);
  const changed = fields.filter((name) => {
    const typed = textOf(form, name).trim();
    return form.has(name) && typed !== stored[name];
  });
  if (changed.length === 0) throw new ValidationError('nothing was changed', { field: 'changes' });
  const entries = changed.map((name) => [name, valueOf(name, textOf(form, name).trim())]);
  // `editDraftVersion` checks every value against the schema of documents before anything is stored.
  return Object.fromEntries(entries);
}

/** One proposal as the change it would make. */
export function changeOfProposal(form: FormData, version: VersionView): DraftChanges {
  const proposal = version.proposals[Number(textOf(form, 'proposal'))];
  if (proposal === undefined || textOf(form, 'proposal') === '') {
    throw new ValidationError('no such proposal', { field: 'proposal' });
  }
  return { [proposal.field]: proposal.value };
}

function valueOf(name: VersionField, typed: string): unknown {
  if (name === 'topics') return typed.split('\n').flatMap((topic) => topic.trim() || []);
  if (name === 'citable') return typed === 'true';
  if (typed === '' && name === 'valid_from') {
    throw new ValidationError('valid_from is missing', { field: 'valid_from' });
  }
  return typed === '' && name !== 'title' && name !== 'language' ? null : typed;
}
