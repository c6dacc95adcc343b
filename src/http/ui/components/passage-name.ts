/** A passage by its document's number or title and its place in it. */
export function passageName(passage: {
  readonly title: string;
  readonly number: string | null;
  readonly heading_path: readonly string[];
}): string {
  return [passage.number ?? passage.title, ...passage.heading_path].join(' › ');
}
