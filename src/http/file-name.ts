/** The name of the file a version came from: without its folders and the line of a row. */
export function fileNameOf(sourceName: string): string {
  return sourceName.replace(/^.*[/\\]/, '').replace(/:\d+$/, '');
}
