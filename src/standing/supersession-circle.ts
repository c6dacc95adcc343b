/**
 * Documents that would take each other's place: a path from a document over what it supersedes back to
 * itself, by ids; null when there is none. Linear in documents and entries. Pure.
 */
export function findCircle(supersedes: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  for (const start of supersedes.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    // A null entry marks the way back from the document on top of the path.
    const stack: Array<string | null> = [start];
    while (stack.length > 0) {
      const id = stack.pop();
      if (id === null || id === undefined) {
        const left = path.pop() as string;
        onPath.delete(left);
        done.add(left);
        continue;
      }
      if (onPath.has(id)) return [...path.slice(path.indexOf(id)), id];
      if (done.has(id)) continue;
      path.push(id);
      onPath.add(id);
      stack.push(null, ...(supersedes.get(id) ?? []));
    }
  }
  return null;
}
