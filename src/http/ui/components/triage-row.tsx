import type { Outcome } from '#db/schema/index.ts';
import type { ClusterEntry, ClusterMember } from '#posts/index.ts';
import { formatLanguage, formatNumber, formatTime } from '../format.ts';
import { may, type View } from '../view.ts';
import { OutcomeChip, StateChip } from './chips.tsx';
import { InstructionChip } from './instructions.tsx';
import { addressOfTriage } from './triage-address.ts';

interface RowProps {
  readonly view: View;
  readonly entry: ClusterEntry;
  /** What was ticked in a refused form. */
  readonly chosen: ReadonlySet<string>;
}

/** A cluster folded into its newest post; a post that is alone looks the same, without what unfolds. */
export function TriageRow({ view, entry, chosen }: RowProps) {
  const { t, locale } = view;
  const { newest } = entry;
  return (
    <tr data-row>
      <td class="choose" data-label={t.triage.choose}>
        {may(view, 'response.decide') ? <Choice view={view} entry={entry} chosen={chosen} /> : null}
      </td>
      <th scope="row">
        <a href={`/posts/${newest.id}`} lang={newest.language} class="excerpt">
          {newest.text}
        </a>
        <p class="muted">
          {[newest.platform, formatLanguage(newest.language, locale)].filter(Boolean).join(' · ')}
        </p>
        {entry.posts > 1 ? <Members view={view} entry={entry} chosen={chosen} /> : null}
      </th>
      <td data-label={t.triage.claims}>
        <Claims view={view} post={newest} />
      </td>
      <td data-label={t.triage.decision}>
        <div>
          <Decision view={view} post={newest} />
          <StateChip view={view} state={newest.state} />
        </div>
      </td>
      <td data-label={t.triage.submissions} class="number">
        <div>
          {formatNumber(entry.submissions, locale)}
          {entry.posts > 1 ? (
            <span class="block muted nowrap">{t.triage.posts(entry.posts)}</span>
          ) : null}
        </div>
      </td>
      <td class="when" data-label={t.triage.received}>
        {formatTime(newest.receivedAt, locale)}
      </td>
    </tr>
  );
}

function Choice({ view, entry, chosen }: RowProps) {
  const words = view.t.triage;
  const { newest, members, clusterId } = entry;
  const whole = members.length > 1 && clusterId !== null;
  const value = whole ? clusterId : newest.id;
  return (
    <label class="box">
      <input
        type="checkbox"
        name={whole ? 'cluster' : 'post'}
        value={value}
        checked={chosen.has(value)}
        data-choice={members.length}
      />
      <span class="spoken">{whole ? words.chooseCluster(members.length) : words.choosePost}</span>
      {whole ? (
        <>
          <span aria-hidden="true">×{members.length}</span>
          <input
            type="hidden"
            name={`members.${clusterId}`}
            value={members.map(({ id }) => id).join(',')}
          />
        </>
      ) : null}
    </label>
  );
}

function Members({ view, entry, chosen }: RowProps) {
  const { t, locale } = view;
  const alone = addressOfTriage({ filter: { clusterId: entry.clusterId ?? '' }, order: 'newest' });
  return (
    <details class="members">
      <summary>{t.triage.unfold(entry.members.length, entry.posts)}</summary>
      <ul>
        {entry.members.map((post) => (
          <li>
            {may(view, 'response.decide') ? (
              <label class="box">
                <input
                  type="checkbox"
                  name="post"
                  value={post.id}
                  checked={chosen.has(post.id)}
                  data-choice="1"
                />
                <span class="spoken">{t.triage.choosePost}</span>
              </label>
            ) : null}
            <div>
              <a href={`/posts/${post.id}`} lang={post.language} class="excerpt">
                {post.text}
              </a>
              <p class="muted">
                {[post.platform, formatTime(post.receivedAt, locale), t.states[post.state]]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <Decision view={view} post={post} />
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href={alone}>{t.triage.whole}</a>
      </p>
    </details>
  );
}

/** Outcomes as they are now, and whose they are. */
function Claims({ view, post }: { view: View; post: ClusterMember }) {
  const { t } = view;
  const counts = new Map<Outcome, number>();
  for (const { outcome } of post.claims) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return (
    <div>
      <span class="chips">
        {[...counts].map(([outcome, count]) => (
          <OutcomeChip view={view} outcome={outcome} count={count} />
        ))}
        {post.instructions.length > 0 ? <InstructionChip view={view} /> : null}
      </span>
      {counts.size === 0 ? <span class="muted">{t.triage.noClaims}</span> : null}
      {post.claims.some((claim) => !claim.decided) ? (
        <span class="block muted">{t.triage.suggested}</span>
      ) : null}
    </div>
  );
}

function Decision({ view, post }: { view: View; post: ClusterMember }) {
  const { t, locale } = view;
  const { response } = post;
  if (response === null) return <span class="block muted">{t.triage.none}</span>;
  return (
    <div>
      <strong>{t.decisions[response.decision]}</strong>
      <span class="block muted">
        {t.triage.decidedBy(response.by, formatTime(response.at, locale))}
      </span>
    </div>
  );
}
