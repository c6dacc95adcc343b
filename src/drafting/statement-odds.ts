import { type ClaimJudgement, opinion } from '#posts/index.ts';
import fitted from './statement-model.json' with { type: 'json' };

/** Weights for the vectors of one embedding model. */
interface StatementModel {
  readonly bias: number;
  /** What the log-odds of `assessCheckability` count. */
  readonly odds: number;
  /** One for each dimension of a query vector. */
  readonly vector: readonly number[];
  /** Log-odds from which a claim is believed to be a statement of fact. */
  readonly pass: number;
}

/**
 * Log-odds from which a machine may draft an answer by itself: 95 in 100 such claims are statements of
 * fact. No opinion of the gold set's train part is above 2.1; below it a person asks for the draft.
 */
const draftOdds = 3;

const models: Readonly<Record<string, StatementModel>> = fitted;

export interface ConfirmedStatement extends ClaimJudgement {
  /** Sure enough a statement of fact that a draft is prepared without a person asking for it. */
  readonly sure: boolean;
}

/**
 * Judges a claim once more by its meaning: logistic regression on its query vector (length one, centred)
 * and on the odds of the classifier that reads its words, fitted by `evals/fit-checkability.ts`. Words
 * tell little about texts of another hand, meaning tells more: of opinions in sources not fitted on, half
 * as many pass (`evals/TRIED.md`). Where the rules decided alone, or nothing was fitted for the model, the
 * judgement stands.
 */
export function confirmStatement(
  judged: ClaimJudgement,
  vector: Float32Array | null,
  modelName: string | null,
): ConfirmedStatement {
  const model = modelName === null ? undefined : models[modelName];
  if (model === undefined || vector === null || judged.odds === null) {
    return { ...judged, sure: judged.checkable };
  }
  const odds = statementOdds(judged.odds, vector, model);
  if (odds < model.pass) {
    return { ...(judged.checkable ? { ...opinion, odds } : { ...judged, odds }), sure: false };
  }
  const sure = odds >= draftOdds;
  const reasons = judged.checkable ? judged.reasons : ['statement'];
  return {
    kind: 'factual',
    checkable: true,
    reasons: sure ? reasons : [...reasons, 'unsure_statement'],
    odds,
    sure,
  };
}

function statementOdds(odds: number, vector: Float32Array, model: StatementModel): number {
  return model.vector.reduce(
    (sum, weight, index) => sum + weight * (vector[index] ?? 0),
    model.bias + model.odds * odds,
  );
}
