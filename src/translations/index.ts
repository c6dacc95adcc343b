export { alignedPassages } from './aligned-passages.ts';
export { approveAlignment } from './approve-alignment.ts';
export {
  type AlignmentEntry,
  type AlignmentState,
  alignmentStates,
  listAlignments,
} from './list-alignments.ts';
export { proposeAlignment, type VersionChoice } from './propose-alignment.ts';
export { readAlignment } from './read-alignment.ts';
export { withdrawAlignment } from './withdraw-alignment.ts';
