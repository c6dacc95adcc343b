import type { LimitCheck } from '../limits.ts';
import { html, type Html } from './html.ts';
import { style } from './style.ts';

/** One table of an evaluation; without rows it is a line of text. */
export interface ReportSection {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
}

/** What one evaluation measured, for people and held against its limits. */
export interface EvaluationResult {
  readonly evaluation: string;
  readonly measures: Readonly<Record<string, unknown>>;
  readonly sections: readonly ReportSection[];
}

export interface CheckedResult extends EvaluationResult {
  readonly checks: readonly LimitCheck[];
}

/** One page about the evaluations of drafting, complete in itself: no script, no request. */
export function draftingPage(results: readonly CheckedResult[], date: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>Đối Chứng: drafting evaluated</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <header>
          <h1>Đối Chứng: drafting evaluated</h1>
          <p class="note">${date}</p>
        </header>
        <main>${results.map(resultSection)}</main>
      </body>
    </html> `.markup;
}

function resultSection({ evaluation, sections, checks }: CheckedResult): Html {
  return html`<section>
    <h2 id="${evaluation}">${evaluation}</h2>
    <ul>
      ${checks.map((check) => html`<li>${limitLine(check)}</li>`)}
    </ul>
    ${sections.map(sectionTable)}
  </section>`;
}

function sectionTable({ title, head, rows }: ReportSection): Html {
  if (rows.length === 0) return html`<p>${title}</p>`;
  return html`<h3>${title}</h3>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/** `✓ escapedRate 0, ≤ 0.01`. */
export function limitLine({ measure, value, bound, limit, ok }: LimitCheck): string {
  return `${ok ? '✓' : '✗'} ${measure} ${shown(value)}, ${bound === 'most' ? '≤' : '≥'} ${limit}`;
}

/** A share or count with as many digits as it needs. */
export function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
