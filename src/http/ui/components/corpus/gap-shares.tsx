import type { GapReport } from '#upkeep/index.ts';
import { formatNumber } from '../../format.ts';
import type { View } from '../../view.ts';

/** How the gaps spread over topics and pillars. */
export function GapShares({ view, report }: { view: View; report: GapReport }) {
  const { t } = view;
  return (
    <div class="sides">
      <ShareTable
        view={view}
        title={t.gaps.byTopic}
        name={t.gaps.topicName}
        rows={report.byTopic}
      />
      <ShareTable
        view={view}
        title={t.gaps.byPillar}
        name={t.gaps.pillarName}
        rows={report.byPillar.map((row) => ({
          ...row,
          name: row.name === null ? null : t.pillars[row.name],
        }))}
      />
    </div>
  );
}

interface ShareProps {
  readonly view: View;
  readonly title: string;
  readonly name: string;
  readonly rows: GapReport['byTopic'];
}

function ShareTable(props: ShareProps) {
  const { t, locale } = props.view;
  return (
    <div>
      <h2>{props.title}</h2>
      <table class="plain">
        <caption>{t.gaps.shareCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.name}</th>
            {[t.gaps.gaps, t.gaps.claims, t.gaps.submissions].map((heading) => (
              <th scope="col" class="number">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr>
              <th scope="row">{row.name ?? t.gaps.unknown}</th>
              {[row.gaps, row.claims, row.submissions].map((value) => (
                <td class="number">{formatNumber(value, locale)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
