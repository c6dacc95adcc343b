import { Hono } from 'hono';
import { openApiDocument } from './openapi.ts';
import type { HttpEnv } from './env.ts';

/** Files of the documentation page by name. */
export type DocsFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export const swaggerFiles = [
  'swagger-ui.css',
  'swagger-ui-bundle.js',
  'favicon-32x32.png',
] as const;

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
};

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Đối Chứng API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<noscript><p>Without scripts: <a href="/openapi.json">openapi.json</a></p></noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** A file, not an inline script: the content security policy allows no other. */
const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });\n`;

/**
 * /openapi.json and /docs, the latter out of our own files so that it works offline. Where there are no
 * files (Workers), /docs leads to the contract itself.
 */
export function createDocs(version: string, files: DocsFiles | null): Hono<HttpEnv> {
  const docs = new Hono<HttpEnv>();
  let contract: string | null = null;
  docs.get('/openapi.json', (c) => {
    contract ??= JSON.stringify(openApiDocument(version));
    return c.body(contract, 200, { 'Content-Type': 'application/json' });
  });
  if (files === null) return docs.get('/docs', (c) => c.redirect('/openapi.json'));
  return docs
    .get('/docs', (c) => c.html(page))
    .get('/docs/start.js', (c) => c.body(start, 200, { 'Content-Type': types['js'] as string }))
    .get('/docs/:name', (c) => {
      const name = c.req.param('name');
      const file = files.get(name);
      if (file === undefined) return c.notFound();
      return c.body(file, 200, {
        'Content-Type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        'Cache-Control': 'public, max-age=3600',
      });
    });
}
