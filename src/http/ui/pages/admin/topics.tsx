import { type listTopicWeights, maxTopicWeight } from '#review/index.ts';
import { AdminPage } from '../../components/admin/admin-page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { formatNumber, formatTime } from '../../format.ts';
import { textOf } from '../../forms.ts';
import type { Feedback, View } from '../../view.ts';

interface TopicsPageProps {
  readonly view: View;
  readonly weights: Awaited<ReturnType<typeof listTopicWeights>>;
  readonly feedback: Feedback;
}

export function TopicsPage({ view, weights, feedback }: TopicsPageProps) {
  const t = view.t.topicsPage;
  const { typed } = feedback;
  return (
    <AdminPage view={view} section="topics" feedback={feedback}>
      <p class="lead">{t.intro}</p>
      {weights.length === 0 ? (
        <p class="empty">{t.empty}</p>
      ) : (
        <table class="queue">
          <caption>{t.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.topic}</th>
              <th scope="col">{t.weight(maxTopicWeight)}</th>
              <th scope="col">{t.by}</th>
              <th scope="col">{t.at}</th>
            </tr>
          </thead>
          <tbody>
            {weights.map((one) => (
              <tr data-row>
                <th scope="row">{one.topic}</th>
                <td data-label={t.weight(maxTopicWeight)}>
                  {formatNumber(one.weight, view.locale)}
                </td>
                <td data-label={t.by}>{one.setBy}</td>
                <td data-label={t.at}>{formatTime(one.setAt, view.locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section id="topic" aria-labelledby="topic-title">
        <h2 id="topic-title">{t.set}</h2>
        <form method="post" action="/admin/topics">
          <TextField
            id="topic-name"
            name="topic"
            label={t.topic}
            value={textOf(typed, 'topic')}
            required
          />
          <TextField
            id="weight"
            name="weight"
            label={t.weight(maxTopicWeight)}
            value={textOf(typed, 'weight')}
            required
          />
          <button type="submit" class="primary">
            {t.button}
          </button>
        </form>
      </section>
    </AdminPage>
  );
}
