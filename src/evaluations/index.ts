export { bootstrapInterval, type Interval, mulberry32, quantile } from './bootstrap.ts';
export { compareRecordedRuns } from './compare-recorded-runs.ts';
export { compareRuns, type Mover, type RunComparison } from './compare-runs.ts';
export { evaluationTrend, type TrendPoint } from './evaluation-trend.ts';
export { listRecordedRuns, type RecordedRun } from './list-recorded-runs.ts';
export {
  auroc,
  brierScore,
  expectedCalibrationError,
  type JudgedRanking,
  type LabelledScore,
  mean,
  type MetricName,
  metricNames,
  parseMetric,
  reliabilityBins,
} from './metrics.ts';
export { judgedRanking, perQuery } from './per-query.ts';
export { readRecordedRun, type RecordedRunView } from './read-recorded-run.ts';
export { maxRunBytes, recordRun } from './record-run.ts';
export { areaUnderRisk, riskCoverage, widestAtRisk } from './risk.ts';
export {
  type Abstention,
  type Arm,
  arms,
  type EvalRun,
  type FoundQuery,
  parseRun,
  runFormat,
  type Slice,
} from './run-format.ts';
export { abstentionMeasures } from './summarise-run.ts';
export { bestRank, worstQueries } from './worst-queries.ts';
