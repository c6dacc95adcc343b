import { type Context, Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { isoDay } from '#platform/clock.ts';
import { AppError, NotFoundError } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { type Section, sections, StatisticsPage } from '../pages/statistics.tsx';
import { figureCsv } from '../plots/figure-csv.ts';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import type { Feedback } from '../view.ts';
import { viewOf } from '../view.ts';
import { readSection, type SectionInput } from './statistics-sections.tsx';

const dayMs = 86_400_000;
const usualDays = 30;

export function statisticsRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/statistics', (c) => sectionPage(c, 'overview'));
  routes.get('/statistics/:section', (c) => {
    requirePermission(c.get('ctx').actor, 'statistics.read');
    const section = sections.find((one) => one === c.req.param('section'));
    if (section === undefined)
      throw new NotFoundError('no such section', { remedy: 'See /statistics.' });
    return sectionPage(c, section);
  });
  return routes;
}

async function sectionPage(c: Context<HttpEnv>, section: Section): Promise<Response> {
  requirePermission(c.get('ctx').actor, 'statistics.read');
  try {
    return await showSection(c, section, daysIn(c), {}, 200);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'validation') throw error;
    const problem = describeProblem(error, 'page', viewOf(c).t);
    const { status } = toProblem(error, c.get('requestId'));
    return showSection(c, section, { gaps: false }, { problem }, status);
  }
}

async function showSection(
  c: Context<HttpEnv>,
  section: Section,
  input: SectionInput,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const view = viewOf(c);
  const { shown, figures, above, below } = await readSection[section](c.get('ctx'), view, input);
  if (c.req.query('format') === 'csv' && status === 200) {
    const figure = figures.find(({ id }) => id === c.req.query('figure'));
    if (figure === undefined) {
      throw new NotFoundError('no such figure', { remedy: 'Take the link beneath a plot.' });
    }
    return c.body(figureCsv(figure), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${figure.id}.csv"`,
      'Cache-Control': 'no-store',
    });
  }
  return renderPage(
    c,
    <StatisticsPage
      view={view}
      section={section}
      shown={shown}
      preset={presetOf(shown, view.now)}
      gaps={input.gaps}
      figures={figures}
      feedback={feedback}
      above={above}
    >
      {below}
    </StatisticsPage>,
    status,
  );
}

/** `days` counts back from today and gives way to `from` and `to`. */
function daysIn(c: Context<HttpEnv>): SectionInput {
  const asked = (name: string): string | undefined => c.req.query(name)?.trim() || undefined;
  const [from, to, days] = [asked('from'), asked('to'), asked('days')];
  const gaps = c.req.query('gaps') === '1';
  if (days === undefined || from !== undefined || to !== undefined) return { from, to, gaps };
  const count = /^[1-9]\d{0,3}$/.test(days) ? Number(days) : usualDays;
  const now = c.get('ctx').clock();
  return { from: isoDay(new Date(now.getTime() - (count - 1) * dayMs)), to, gaps };
}

/** How many days these are when the last is today. */
function presetOf({ from, to }: { from: string; to: string }, now: Date): number | null {
  if (to !== isoDay(now)) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}
