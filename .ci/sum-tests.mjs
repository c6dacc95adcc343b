// node .ci/sum-tests.mjs FOLDER FAILED_STEPS: adds up vitest's JSON reports. A step that failed without
// a failed test (a compiler error, a file that does not load) counts as one failure.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, failedSteps] = process.argv.slice(2);
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const sum = (key) => reports.reduce((total, report) => total + (report[key] ?? 0), 0);
const passed = sum('numPassedTests');
const failedReports = reports.filter((report) => report.numFailedTests > 0).length;
const failed = sum('numFailedTests') + Math.max(0, Number(failedSteps) - failedReports);
const skipped = sum('numPendingTests') + sum('numTodoTests');
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
