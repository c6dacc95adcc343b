import type { DocumentMetadata } from '#db/schema/index.ts';
import type { DocumentInput } from './document-input.ts';

/** What a document's own columns become when the version is approved. */
export function metadataOf(document: DocumentInput): DocumentMetadata {
  return {
    title: document.title,
    issuer: document.issuer ?? null,
    number: document.number ?? null,
    kind: document.kind ?? 'other',
    language: document.language,
    pillar: document.pillar ?? null,
    topics: [...document.topics],
    citable: document.citable,
  };
}
