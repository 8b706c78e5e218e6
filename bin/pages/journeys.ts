import type { RunningApp } from './app';
import { eventually, type OtherBrowser } from './other-browsers';

export interface Way {
  app: RunningApp;
  browser: OtherBrowser;
}

/** What a browser must be able to do here. In this order: what signs in comes before what is one's own. */
export const JOURNEYS: readonly { name: string; walk: (way: Way) => Promise<void> }[] = [
  { name: 'a visitor reads what it is and finds the way in', walk: visit },
  { name: 'a wrong password is refused, the right one opens the door', walk: signIn },
  { name: 'the monitors are there, and one shows its value and history', walk: look },
  { name: 'a check is made and comes to its end', walk: check },
  { name: 'a preview of a sentence shows what it finds', walk: preview },
  { name: 'dark stays dark, and signing out leads to the start page', walk: leave },
];

const text = (browser: OtherBrowser, part: string | RegExp) =>
  eventually(String(part), async () => {
    const words = String(await browser.ask('document.body.innerText'));
    return typeof part === 'string' ? words.includes(part) : part.test(words);
  });

const arrival = (browser: OtherBrowser, path: string | RegExp) =>
  eventually(`the page ${path}`, async () => {
    const { pathname } = await browser.where();
    return typeof path === 'string' ? pathname === path : path.test(pathname);
  });

async function visit({ app, browser }: Way): Promise<void> {
  await browser.open(`${app.origin}/`);
  await text(browser, /Say what you are waiting for/);
  await browser.press('Sign in');
  await arrival(browser, '/sign-in');
}

async function signIn({ app, browser }: Way): Promise<void> {
  const { email, password } = app.people.member;
  await browser.open(`${app.origin}/sign-in`);
  await browser.fill('Email', email);
  await browser.fill('Password', 'Wrong-1234-word');
  await browser.press('Sign in');
  await eventually('a refusal', () => browser.ask('document.querySelector("form [role=alert]") !== null') as never);
  await browser.open(`${app.origin}/sign-in`);
  await browser.fill('Email', email);
  await browser.fill('Password', password);
  await browser.press('Sign in');
  await arrival(browser, '/dashboard');
}

async function look({ app, browser }: Way): Promise<void> {
  const [first] = app.monitors;
  if (!first) throw new Error('There is no monitor to look at');
  await browser.open(`${app.origin}/dashboard`);
  await text(browser, first.name);
  await browser.press(first.name);
  await arrival(browser, `/monitors/${first.id}`);
  for (const part of ['current-value', 'history-row'])
    await eventually(part, () => browser.ask(`document.querySelector('[data-testid=${part}]') !== null`) as never);
}

async function check({ browser }: Way): Promise<void> {
  const rows = () => browser.ask('document.querySelector("[data-testid=check-phase]")?.textContent ?? ""');
  await browser.press('Check now');
  await eventually('the end of a check', async () => /Done|Checked/.test(String(await rows())));
}

async function preview({ app, browser }: Way): Promise<void> {
  await browser.open(`${app.origin}/monitors/new`);
  const sentence = `Tell me when the Aurora One costs less than $300: ${app.origin}/samples/headphones`;
  await browser.fill('What do you want to be told?', sentence);
  await browser.press('Preview');
  const found = "document.querySelector('[data-testid=preview-value], input[type=radio]') !== null";
  await eventually('what was found', () => browser.ask(found) as never);
}

async function leave({ app, browser }: Way): Promise<void> {
  const scheme = () => browser.ask('document.documentElement.dataset.mantineColorScheme');
  await browser.open(`${app.origin}/account`);
  const before = await scheme();
  await browser.press('Switch between light and dark');
  await eventually('the other scheme', async () => (await scheme()) !== before);
  const after = await scheme();
  await browser.open(`${app.origin}/dashboard`);
  if ((await scheme()) !== after) throw new Error('The chosen scheme was not kept');
  await browser.press('account of');
  await browser.press('Sign out');
  await arrival(browser, '/');
}
