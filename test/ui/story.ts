import { expect } from 'vitest';
import type { Locale } from '#http/env.ts';
import { catalogues } from '#http/ui/locale.ts';
import type { Person } from './browser.ts';
import type { Team } from './people.ts';

/** Called at each stop of the road with who looks and a name for the place. */
export type Look = (person: Person, place: string) => Promise<void>;

const pathOf = (page: Person['page']): string => new URL(page.url()).pathname;

/** Submits a post in the browser and waits until it is analysed; returns its path. */
export async function submitInBrowser(
  { page }: Person,
  text: string,
  platform = 'web',
): Promise<string> {
  await page.goto('/submit');
  await page.locator('#text').fill(text);
  await page.locator('#platform').fill(platform);
  await page.locator('#submit-post button.primary').click();
  await page.waitForURL('**/posts/*');
  const path = pathOf(page);
  await expect
    .poll(
      async () => {
        await page.goto(path);
        return page.locator('#draft').count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  return path;
}

/** The drafter decides to respond. */
export async function decideToRespond(
  { page }: Person,
  path: string,
  locale: Locale,
): Promise<void> {
  const t = catalogues[locale];
  await page.goto(path);
  await page.getByLabel(t.decisions.respond, { exact: true }).check();
  await page.locator('#response-reason').fill('Nhiều người gửi, số liệu sai.');
  await page.getByRole('button', { name: t.response.button }).click();
  await page.getByText(t.notices.response).waitFor();
}

/** Of a post that is to be answered: sets the outcome and hands the draft to the reviewers. */
export async function handIn({ page }: Person, path: string, locale: Locale): Promise<void> {
  const t = catalogues[locale];
  await page.goto(path);
  const answered = await page.locator('#draft .facts a[href^="#claim-"]').getAttribute('href');
  const claim = page.locator(answered ?? '');
  await claim.getByText(t.claims.setOutcome).click();
  await claim.locator('select[name=outcome]').selectOption('CONTRADICTED');
  await claim.locator('textarea[name=reason]').fill('Văn bản nêu con số khác.');
  await claim.getByRole('button', { name: t.claims.button }).click();
  await page.getByText(t.notices.outcome).waitFor();

  await page.getByRole('button', { name: t.draft.submitButton }).click();
  await page.getByText(t.notices.submitted).waitFor();
}

/** A reviewer takes the next item; it must be the wanted one. */
export async function takeNext({ page }: Person, path: string, locale: Locale): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: catalogues[locale].queue.takeNext }).click();
  await page.waitForURL(`**${path}/review`);
}

/** Labels every sentence and gives the verdict. */
export async function judge({ page }: Person, locale: Locale, reason: string): Promise<void> {
  const t = catalogues[locale];
  for (const label of await page.locator('.labels input[value="supported"]').all()) {
    await label.check();
  }
  await page.getByLabel(t.verdicts.approve, { exact: true }).check();
  await page.locator('#review-reason').fill(reason);
  await page.getByRole('button', { name: t.review.button }).click();
  await page.getByText(t.notices.decided).waitFor();
}

/** From the submitted post to two approvals; `look` sees every stop. */
export async function walk(
  team: Team,
  path: string,
  locale: Locale,
  look: Look = async () => {},
): Promise<void> {
  const t = catalogues[locale];
  // Said of no other post: what others decided on the same claim is shown beside the draft.
  const reason = `Đã đối chiếu từng câu với nguồn (${path.slice(-8)}).`;
  await team.drafter.page.goto(path);
  await look(team.drafter, 'item-drafter');
  await decideToRespond(team.drafter, path, locale);
  await handIn(team.drafter, path, locale);
  await look(team.drafter, 'item-contributor');
  expect(await team.drafter.page.getByText(t.review.contributor).count()).toBe(1);
  expect(await team.drafter.page.locator('#review-form').count()).toBe(0);

  await takeNext(team.first, path, locale);
  await look(team.first, 'item-leased');
  await team.second.page.goto(path);
  await look(team.second, 'item-held-by-other');
  await judge(team.first, locale, reason);
  await look(team.first, 'item-first-decided');

  await takeNext(team.second, path, locale);
  expect(await team.second.page.getByText(t.review.hidden).count()).toBe(1);
  expect(await team.second.page.getByText(reason).count()).toBe(0);
  await judge(team.second, locale, reason);
  await look(team.second, 'item-approved');
  expect(await team.second.page.getByText(t.states.APPROVED).first().isVisible()).toBe(true);
}
