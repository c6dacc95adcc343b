export { approveNames } from './approve-names.ts';
export { checkNames, type RawNameGroup } from './check-names.ts';
export { listNames, type NameEntry, type NameState, nameStates } from './list-names.ts';
export { loadNames } from './load-names.ts';
export { type NameGroup, nameKinds } from './name-group.ts';
export {
  indexNames,
  isShortAbbreviation,
  type NameIndex,
  type NameMention,
  namesIn,
} from './name-index.ts';
export { parseNames } from './parse-names.ts';
export { type ProposedNames, proposeNames } from './propose-names.ts';
export { sameNameIn } from './same-name.ts';
export { withdrawNames } from './withdraw-names.ts';
