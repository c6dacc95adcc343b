/** A version with the documents it takes the place of, beside its own. */
export interface SupersedingVersion {
  readonly id: string;
  readonly document_id: string;
  readonly supersedes: readonly string[];
}

/**
 * Versions that must be approved together or not at all: those of one document, and those of documents
 * that supersede one another among the given ones, so that a circle is seen whole. Units and their
 * versions keep the order given. Pure.
 */
export function supersessionUnits(versions: readonly SupersedingVersion[]): string[][] {
  const given = new Set(versions.map((version) => version.document_id));
  const above = new Map<string, string>();
  const top = (document: string): string => {
    let id = document;
    for (let next = above.get(id); next !== undefined; next = above.get(id)) id = next;
    return id;
  };
  for (const version of versions) {
    for (const other of version.supersedes) {
      const [from, to] = [top(version.document_id), top(other)];
      if (given.has(other) && from !== to) above.set(from, to);
    }
  }
  return [...Map.groupBy(versions, (version) => top(version.document_id)).values()].map((unit) =>
    unit.map((version) => version.id),
  );
}
