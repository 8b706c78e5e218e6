import { expect, type Locator, type Page, test } from '@playwright/test';
import { madeAtStart, OPEN } from './apps';
import { comeAlive, signIn } from './sign-in';

// On the demo account: what each kind of monitor shows to a finger.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test.beforeEach(async ({ page }) => {
  await signIn(page, madeAtStart(OPEN, 'demo'));
  await expect(cards(page)).toHaveCount(9);
  await comeAlive(page);
});

const cards = (page: Page) => page.getByRole('article').getByRole('heading', { level: 2 });

async function centre(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('It cannot be seen');
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

/** A finger goes down on one, moves, and is lifted on the other. */
async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const [start, end] = [await centre(from), await centre(to)];
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [start] });
  for (let step = 1; step <= 8; step += 1) {
    const along = (one: number, other: number) => Math.round(one + ((other - one) * step) / 8);
    const point = { x: along(start.x, end.x), y: along(start.y, end.y) };
    await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('by touch: a change of text is read as a difference', async ({ page }) => {
  await page.getByRole('link', { name: 'Ferry to Sula: notice' }).tap();
  await expect(page).toHaveURL(/\/monitors\//);
  await expect(page.getByRole('heading', { name: 'Ferry to Sula: notice', level: 1 })).toBeVisible();
  await expect(page.getByTestId('current-value')).toContainText('until Sunday');
  const changed = page.getByTestId('history-row').filter({ hasText: 'Alert' }).first();
  await changed.getByRole('button').tap();
  await expect(changed.locator('ins')).toContainText('until Sunday');
  await expect(changed.locator('blockquote').first()).toContainText('takes no cars until Sunday');
});

test('by touch: a page that is gone says what was met, what was not done and what to try', async ({ page }) => {
  await page.getByRole('link', { name: 'Oak desk under €250' }).tap();
  const group = page.getByTestId('failure-rows').first();
  await group.getByRole('button').first().tap();
  const failure = group.getByTestId('failure-row').first();
  await failure.getByRole('button').tap();
  await expect(failure.getByText(/no alert/i).first()).toBeVisible();
  await failure.getByRole('link', { name: 'Try another page' }).tap();
  await expect(page).toHaveURL(/\/edit\?at=page$/);
  await expect(page.getByLabel('Which page should be read?')).toBeFocused();
});

test('by touch: a card is dragged, a monitor deleted and taken back, the way round by the folded navigation', async ({
  page,
}) => {
  const [first = '', second = ''] = await cards(page).allTextContents();
  const card = (name: string) => page.getByRole('article', { name });
  const kept = page.waitForResponse((answer) => answer.url().includes('dashboard.arrange') && answer.ok());
  await expect(async () => {
    await dragTo(page, card(first).getByTestId('grip'), card(second));
    await expect(cards(page).first()).toHaveText(second, { timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await kept;
  await page.reload();
  await expect(cards(page).first()).toHaveText(second);

  await card(second)
    .getByRole('button', { name: `More for ${second}` })
    .tap();
  await page.getByRole('menuitem', { name: 'Delete…' }).tap();
  await page.getByRole('button', { name: 'Delete monitor' }).tap();
  await expect(cards(page)).toHaveCount(8);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect(cards(page)).toHaveCount(9);

  await page.getByRole('button', { name: 'Open the navigation' }).tap();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Account' }).tap();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await page.getByRole('button', { name: /account of/ }).tap();
  await page.getByRole('menuitem', { name: 'Sign out' }).tap();
  await expect(page).toHaveURL(/\/$/);
});
