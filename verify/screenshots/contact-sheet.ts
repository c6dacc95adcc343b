import type { Looked } from './look-at-page.ts';

/** One page that shows all pictures, for people to look through. */
export function contactSheet(looked: readonly Looked[]): string {
  const sections = looked.map(
    ({ name, path, faults, pictures }) =>
      `<h2 id="${name}">${name}</h2><p><code>${escape(path)}</code> · ${faults.length} serious</p>` +
      pictures
        .map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`)
        .join(''),
  );
  return `<!doctype html><meta charset="utf-8"><title>Pages</title>
<style>body{font-family:sans-serif}img{width:22%;border:1px solid #999;margin:4px;vertical-align:top}</style>
${sections.join('\n')}
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
