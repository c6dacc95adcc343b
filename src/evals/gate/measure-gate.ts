import { gateDraft, type GateFailure } from '#drafting/index.ts';
import { type Interval, mulberry32 } from '#evaluations/index.ts';
import { namesIn } from '../perturb/perturb-words.ts';
import type { SourceDocument } from '../source-documents.ts';
import { wilsonInterval } from '../wilson.ts';
import { controlCases, expectedRefused } from './control-cases.ts';
import { aroundCases, changedCases } from './fault-cases.ts';
import { type ControlCase, type FaultCase, faultKinds } from './gate-case.ts';
import { attributionCases, stitchedCases } from './joined-cases.ts';
import { statementsOf } from './statements.ts';

/** Statements controls are made of, per language and case of a cell: some ways of writing fit few of them. */
const CONTROL_STATEMENTS = 3;

/** What a gate does with one cited sentence. */
export type GateJudge = (one: FaultCase | ControlCase) => Verdict;

export interface Verdict {
  readonly passes: boolean;
  readonly failures: readonly (GateFailure | 'not_located')[];
}

export interface FaultCount {
  readonly n: number;
  readonly escaped: number;
  readonly blocked: number;
  /** Blocked with a failure that names the fault. */
  readonly named: number;
  readonly escapedRate: number;
  readonly interval: Interval;
}

export interface ControlCount {
  readonly n: number;
  readonly passed: number;
  readonly passRate: number;
  readonly interval: Interval;
}

export interface GateMeasures {
  readonly seed: number;
  readonly faults: number;
  readonly escapedRate: number;
  /** Upper end of the 95 % interval (Wilson). */
  readonly escapedHigh: number;
  readonly controls: number;
  /** Without `synonym`, which is expected to be refused. */
  readonly supportedPassRate: number;
  readonly supportedLow: number;
  readonly kinds: ReadonlyArray<FaultCount & { readonly kind: string }>;
  readonly arms: ReadonlyArray<FaultCount & { readonly arm: string }>;
  readonly languages: ReadonlyArray<FaultCount & { readonly language: string }>;
  readonly sets: ReadonlyArray<FaultCount & { readonly set: string }>;
  readonly supported: ReadonlyArray<ControlCount & { readonly control: string }>;
  readonly supportedLanguages: ReadonlyArray<ControlCount & { readonly language: string }>;
  /** Refused as they should be: other words for the same thing. */
  readonly synonyms: ControlCount;
}

export interface GateRun {
  readonly measures: GateMeasures;
  readonly escapes: ReadonlyArray<{ readonly fault: FaultCase }>;
  readonly refused: ReadonlyArray<{ readonly control: ControlCase; readonly verdict: Verdict }>;
}

export interface GateOptions {
  readonly seed: number;
  /** Cases of one language, arm and kind at most, and supported sentences of one language and control. */
  readonly perCell: number;
}

export interface GateCases {
  readonly faults: readonly FaultCase[];
  readonly controls: readonly ControlCase[];
}

/** Faults and controls made of the documents' sentences, judged by the gate. The same seed gives the same cases. */
export async function measureGate(
  documents: readonly SourceDocument[],
  options: GateOptions,
): Promise<GateRun> {
  return judgeCases(await makeCases(documents, options), options.seed);
}

/** What a gate makes of cases; the product's own unless a test breaks it. */
export function judgeCases(
  { faults, controls }: GateCases,
  seed: number,
  judge: GateJudge = judgeByGate,
): GateRun {
  const judged = faults.map((fault) => ({ fault, verdict: judge(fault) }));
  const checked = controls.map((control) => ({ control, verdict: judge(control) }));
  const escaped = judged.filter(({ verdict }) => verdict.passes);
  const [synonyms, supported] = [true, false].map((apart) =>
    checked.filter(({ control }) => expectedRefused.has(control.control) === apart),
  ) as [typeof checked, typeof checked];
  const all = countFaults(judged);
  const passes = countControls(supported);
  return {
    measures: {
      seed,
      faults: all.n,
      escapedRate: all.escapedRate,
      escapedHigh: all.interval.high,
      controls: passes.n,
      supportedPassRate: passes.passRate,
      supportedLow: passes.interval.low,
      kinds: faultKinds.map((kind) => ({
        kind,
        ...countFaults(judged.filter(({ fault }) => fault.kind === kind)),
      })),
      arms: by(judged, ({ fault }) => fault.arm).map(([arm, group]) => ({
        arm,
        ...countFaults(group),
      })),
      languages: by(judged, ({ fault }) => fault.language).map(([language, group]) => ({
        language,
        ...countFaults(group),
      })),
      sets: by(judged, ({ fault }) => fault.set).map(([set, group]) => ({
        set,
        ...countFaults(group),
      })),
      supported: by(supported, ({ control }) => control.control).map(([control, group]) => ({
        control,
        ...countControls(group),
      })),
      supportedLanguages: by(supported, ({ control }) => control.language).map(
        ([language, group]) => ({
          language,
          ...countControls(group),
        }),
      ),
      synonyms: countControls(synonyms),
    },
    escapes: escaped,
    refused: supported.filter(({ verdict }) => !verdict.passes),
  };
}

/** Through the gate as a whole draft goes through it: as headline and as sentence. */
export function judgeByGate({ sentence, evidence }: FaultCase | ControlCase): Verdict {
  if (sentence === null) return { passes: false, failures: ['not_located'] };
  const result = gateDraft({
    ...evidence,
    headline: sentence,
    sentences: [sentence],
    claims: [{ text: 'Xin chào / hello', checkable: true }],
  });
  const headlineStands = !result.reasons.includes('headline_dropped');
  return {
    passes: result.kept.length > 0 || headlineStands,
    failures: result.dropped.at(-1)?.failures ?? [],
  };
}

/** Statements in a drawn order; a cell (language, arm or control, variant, kind) takes no more than its share. */
export async function makeCases(
  documents: readonly SourceDocument[],
  { seed, perCell }: GateOptions,
): Promise<GateCases> {
  const random = mulberry32(seed);
  const statements = statementsOf(documents, random);
  const namesOf = new Map(
    (['vi', 'en'] as const).map((language) => {
      const texts = statements.filter((one) => one.language === language);
      return [language, [...new Set(texts.flatMap(({ quote }) => namesIn(quote.text)))]];
    }),
  );
  const faults = new Cells<FaultCase>(perCell);
  const controls = new Cells<ControlCase>(perCell);
  const usedFor = new Map<string, number>();
  for (const statement of statements) {
    const tools = { random, names: namesOf.get(statement.language) ?? [] };
    faults.add(changedCases(statement, tools), faultCell);
    faults.add(aroundCases(statement, tools), faultCell);
    faults.add(attributionCases(statement), faultCell);
    faults.add(stitchedCases(statement), faultCell);
    const used = usedFor.get(statement.language) ?? 0;
    if (used >= perCell * CONTROL_STATEMENTS) continue;
    usedFor.set(statement.language, used + 1);
    controls.add(await controlCases(statement, tools), controlCell);
  }
  return { faults: faults.items, controls: controls.items };
}

function faultCell({ language, arm, variant, kind }: FaultCase): string {
  return `${language}/${arm}/${variant}/${kind}`;
}

function controlCell({ language, control, variant }: ControlCase): string {
  return `${language}/${control}/${variant}`;
}

/** Takes the first so many of each cell. */
class Cells<Item> {
  readonly items: Item[] = [];
  readonly #counts = new Map<string, number>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(items: readonly Item[], cellOf: (item: Item) => string): void {
    for (const item of items) {
      const cell = cellOf(item);
      const count = this.#counts.get(cell) ?? 0;
      if (count >= this.#most) continue;
      this.#counts.set(cell, count + 1);
      this.items.push(item);
    }
  }
}

function countFaults(
  judged: ReadonlyArray<{ readonly fault: FaultCase; readonly verdict: Verdict }>,
): FaultCount {
  const n = judged.length;
  const escaped = judged.filter(({ verdict }) => verdict.passes).length;
  const named = judged.filter(
    ({ fault, verdict }) =>
      !verdict.passes &&
      verdict.failures.some((one) => one === 'not_located' || fault.named.includes(one)),
  ).length;
  return {
    n,
    escaped,
    blocked: n - escaped,
    named,
    escapedRate: n === 0 ? 0 : escaped / n,
    interval: wilsonInterval(escaped, n),
  };
}

function countControls(checked: ReadonlyArray<{ readonly verdict: Verdict }>): ControlCount {
  const n = checked.length;
  const passed = checked.filter(({ verdict }) => verdict.passes).length;
  return { n, passed, passRate: n === 0 ? 0 : passed / n, interval: wilsonInterval(passed, n) };
}

function by<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  return [...Map.groupBy(items, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
