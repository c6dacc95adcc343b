import type { listGolden } from '#review/index.ts';
import { AdminPage, AdminPages } from '../../components/admin/admin-page.tsx';
import { formatNumber, formatTime } from '../../format.ts';
import { lookUp } from '../../problem.ts';
import type { Feedback, View } from '../../view.ts';

interface GoldenPageProps {
  readonly view: View;
  readonly page: Awaited<ReturnType<typeof listGolden>>;
  readonly paged: boolean;
  readonly feedback: Feedback;
}

/** Golden items with how they were judged, by nobody in particular. */
export function GoldenPage({ view, page, paged, feedback }: GoldenPageProps) {
  const { t, locale } = view;
  const text = t.goldenPage;
  return (
    <AdminPage view={view} section="golden" feedback={feedback}>
      <p class="lead">{text.intro}</p>
      {page.items.length === 0 ? (
        <p class="empty">{text.empty}</p>
      ) : (
        <table class="queue">
          <caption>{text.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.seeded}</th>
              <th scope="col">{text.fault}</th>
              <th scope="col">{text.expected}</th>
              <th scope="col">{text.judged}</th>
              <th scope="col">{text.right}</th>
              <th scope="col">{t.admin.actions}</th>
            </tr>
          </thead>
          <tbody>
            {page.items.map((one) => (
              <tr data-row>
                <th scope="row">{formatTime(one.seededAt, locale)}</th>
                <td data-label={text.fault}>
                  {one.fault === null
                    ? text.noFault
                    : (lookUp<string>(t.goldenFaults, one.fault) ?? one.fault)}
                </td>
                <td data-label={text.expected}>{t.verdicts[one.expectedVerdict]}</td>
                <td data-label={text.judged}>{formatNumber(one.judged, locale)}</td>
                <td data-label={text.right}>{formatNumber(one.rightVerdicts, locale)}</td>
                <td data-label={t.admin.actions}>
                  {one.retiredAt === null ? (
                    <form method="post" action={`/admin/golden/${one.postId}/retire`}>
                      <button
                        type="submit"
                        class="danger"
                        aria-label={text.retireOne(formatTime(one.seededAt, locale))}
                      >
                        {text.retire}
                      </button>
                    </form>
                  ) : (
                    text.retired
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AdminPages view={view} path="/admin/golden" next={page.nextCursor} paged={paged} />
    </AdminPage>
  );
}
