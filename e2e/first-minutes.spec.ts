import { expect, type Page, test } from '@playwright/test';
import { madeAtStart, OPEN } from './apps';
import { comeAlive, signIn } from './sign-in';

const PROMPT = 'What do you want to be told?';
const SENTENCE = 'Tell me when the latest version is newer than 4.2';
const MOST_ACTIONS = 10;

/** What the person does, counted: a press is one, and so is a field that they fill. */
function counted() {
  let actions = 0;
  const act = async (done: Promise<unknown>) => {
    actions += 1;
    await done;
  };
  return { act, count: () => actions };
}

/** Where the reader is not sure the person says which is meant, on the landing page and in the form. */
async function chooseWhereAsked(page: Page, act: (done: Promise<unknown>) => Promise<void>, value: string) {
  const shown = page.getByTestId(value);
  const asked = page.getByText('Which one do you mean?').first();
  await expect(shown.or(asked).first()).toBeVisible({ timeout: 60_000 });
  if (await shown.isVisible()) return;
  if (value === 'try-value') return act(page.getByTestId('try').getByRole('button', { name: '4.3.0' }).first().click());
  await act(
    page
      .getByRole('radio', { name: /4\.3\.0/ })
      .first()
      .check(),
  );
  await act(page.getByRole('button', { name: 'Take this one' }).click());
}

test('a newcomer comes from the landing page to a saved monitor within ten actions', async ({ page }) => {
  const { act, count } = counted();
  const calls: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/try')) calls.push(request.method());
  });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Check now' })).toBeEnabled();
  await expect(page.getByText('You press the button. Nothing runs behind your back.').first()).toBeInViewport();
  expect(calls).toEqual([]);

  await act(page.getByRole('link', { name: SENTENCE }).click());
  await chooseWhereAsked(page, act, 'try-value');
  await expect(page.getByTestId('try-value')).toHaveText(/4\.3\.0/);
  await expect(page.getByText(/^Alert: .*4\.3\.0 is above/)).toBeVisible();
  const picture = page.getByTestId('try-picture');
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  expect(calls).toEqual(['POST']);

  await act(page.getByRole('link', { name: 'Make this my monitor' }).click());
  await act(page.getByLabel('Name').fill('Frida First'));
  await act(page.getByLabel('Email').fill(`frida-${Date.now()}@example.org`));
  await act(page.getByLabel('Password', { exact: true }).fill('Kettle-4-everyone'));
  await act(page.getByRole('button', { name: 'Create account' }).click());
  await expect(page).toHaveURL(/\/monitors\/new$/);
  await expect(page.getByLabel(PROMPT)).toHaveValue(SENTENCE);
  await page.reload();
  await expect(page.getByLabel(PROMPT)).toHaveValue(SENTENCE);

  await act(page.getByRole('button', { name: 'Preview' }).click());
  await chooseWhereAsked(page, act, 'preview-value');
  await expect(page.getByTestId('preview-value')).toHaveText(/4\.3\.0/);
  await act(page.getByRole('button', { name: 'Save monitor' }).click());
  await expect(page).toHaveURL(/\/monitors\/[0-9a-f-]{36}$/);
  await expect(page.getByTestId('current-value')).toHaveText(/4\.3\.0/);
  expect(count()).toBeLessThanOrEqual(MOST_ACTIONS);

  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { name: 'Three steps to your first value' })).toBeVisible();
  await page.goto('/monitors/new');
  await expect(page.getByLabel(PROMPT)).toHaveValue('');
});

test('every monitor of the demo account can be checked, and the one whose page is gone says so', async ({ page }) => {
  await signIn(page, madeAtStart(OPEN, 'demo'));
  const checkAll = page.getByRole('button', { name: 'Check all' });
  await expect(checkAll).toBeVisible();
  await comeAlive(page);
  await checkAll.click();
  await expect(page.getByTestId('refresh-summary')).toHaveText(/^7 checked, .* 1 failed \(/, { timeout: 90_000 });
});
