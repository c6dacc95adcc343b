import type { ClaimCluster, ClaimToCluster } from './cluster-claims.ts';
import { type Gap, sum } from './gap.ts';
import { guessTopic, type NearDocument } from './guess-topic.ts';

/** A claim without a position, with what its post's submissions come to. */
export interface UnansweredClaim extends ClaimToCluster {
  readonly postId: string;
  readonly submissions: number;
  readonly firstSubmittedAt: Date;
  readonly lastSubmittedAt: Date;
  readonly weight: number;
  readonly declined: boolean;
}

export interface NearDocumentOfClaim extends NearDocument {
  readonly id: string;
  readonly key: string;
  readonly title: string;
}

const postsNamed = 20;

/** One gap per cluster; `nearTo` gives the documents near a claim, by the claim's id. */
export function buildGaps(
  clusters: ReadonlyArray<ClaimCluster<UnansweredClaim>>,
  nearTo: (claimId: string) => readonly NearDocumentOfClaim[],
): Gap[] {
  return clusters.map(({ centre, members }) => {
    const byPost = new Map(members.map((claim) => [claim.postId, claim]));
    const posts = [...byPost.values()].toSorted(
      (a, b) =>
        b.lastSubmittedAt.getTime() - a.lastSubmittedAt.getTime() || (a.postId < b.postId ? 1 : -1),
    );
    const near = bestOfEach(members.flatMap(({ id }) => nearTo(id)));
    const [nearest] = near;
    return {
      id: members[0]?.id ?? centre.id,
      claimText: centre.text,
      language: centre.language,
      claims: members.length,
      posts: posts.length,
      declinedPosts: sum(posts, ({ declined }) => Number(declined)),
      submissions: sum(posts, ({ submissions }) => submissions),
      firstSubmittedAt: new Date(
        posts.reduce((first, post) => Math.min(first, post.firstSubmittedAt.getTime()), Infinity),
      ),
      lastSubmittedAt: posts[0]?.lastSubmittedAt ?? centre.lastSubmittedAt,
      score: sum(posts, ({ weight }) => weight),
      ...guessTopic(near),
      nearest:
        nearest === undefined
          ? null
          : {
              documentTitle: nearest.title,
              documentKey: nearest.key,
              probability: nearest.probability,
            },
      answer: null,
      answerableNow: null,
      postIds: posts.slice(0, postsNamed).map(({ postId }) => postId),
    };
  });
}

/** Each document once, with the best of its probabilities, nearest first. */
function bestOfEach(documents: readonly NearDocumentOfClaim[]): NearDocumentOfClaim[] {
  const best = new Map<string, NearDocumentOfClaim>();
  for (const document of documents) {
    const known = best.get(document.id);
    if (known === undefined || known.probability < document.probability) {
      best.set(document.id, document);
    }
  }
  return [...best.values()].toSorted(
    (a, b) => b.probability - a.probability || (a.key < b.key ? -1 : 1),
  );
}
