export type { Gap, GapShare, NearestDocument } from './gap.ts';
export { gapCsv, toCell } from './gap-csv.ts';
export { daysToRange, type GapInput, maxGaps, pillars } from './gap-input.ts';
export { gapReport, type GapReport } from './gap-report.ts';
export { checkCorpus } from './check-corpus.ts';
export { dismissFinding } from './dismiss-finding.ts';
export { type CorpusHealth, corpusHealth, type Excerpt } from './health.ts';
export type {
  AgingVersion,
  Coverage,
  Finding,
  FindingKind,
  FindingSide,
} from './health-queries.ts';
export { listFindings } from './list-findings.ts';
