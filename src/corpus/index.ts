export { approveVersions } from './approve-versions.ts';
export { embedPassagesJob, importDocuments } from './import-documents.ts';
export type { ImportItem, ImportResult } from './import-documents.ts';
export { countSyllables, countSyllablesJob } from './syllable-count.ts';
export { searchText } from './search-text.ts';
export { listDocuments } from './list-documents.ts';
