import type { DbContext } from '#db/context.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { type AgreementPeriod, countLabels, countVerdicts } from './agreement-queries.ts';

export interface AgreementInPeriod {
  /** First day of the week or month in Vietnam, YYYY-MM-DD. */
  readonly startsOn: string;
  readonly verdicts: Agreement;
  readonly labels: Agreement;
}

/** How far two reviewers of the same draft agreed, by week or month of the second review, oldest first. */
export async function agreementStatistics(
  ctx: Pick<DbContext, 'db'>,
  { by }: { by: AgreementPeriod },
): Promise<AgreementInPeriod[]> {
  const verdicts = Map.groupBy(await countVerdicts(ctx, by), ({ starts_on }) => starts_on);
  const labels = Map.groupBy(await countLabels(ctx, by), ({ starts_on }) => starts_on);
  return [...verdicts].map(([startsOn, cells]) => ({
    startsOn,
    verdicts: agreementOf(cells),
    labels: agreementOf(labels.get(startsOn) ?? []),
  }));
}
