import type { Page } from 'playwright-core';
import type { House, Who } from './visit';

/**
 * The pages and states that are looked at: by `npm run shots` as pictures, by `npm run axe` for who cannot see or
 * point.
 * A page or state that is new in the app is added here, and both have it.
 */
export interface Place {
  /** Names the picture. */
  name: string;
  who: Who;
  path: string;
  /** What is done there before it is looked at. */
  enter?: (page: Page, house: House) => Promise<void>;
  /** Looked at by the short form of `npm run axe`, which CI runs. */
  short?: true;
  /** Is looked at as it would be printed, too: this is there (CSS), and no navigation. */
  printed?: string[];
}

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};

const keys = (combination: string) => async (page: Page) => {
  await page.keyboard.press(combination);
  await page.getByRole('dialog').waitFor();
};

const fill = (sentence: string) => async (page: Page, house: House) => {
  await page.getByLabel('What do you want to be told?').fill(sentence.replace('{origin}', house.origin));
  await page.getByRole('button', { name: 'Preview' }).click();
};

const publicPlaces: Place[] = [
  { name: 'landing', who: 'visitor', path: '/', short: true },
  {
    name: 'landing-tried',
    who: 'visitor',
    path: '/',
    enter: async (page) => {
      await page.getByRole('button', { name: 'Check now' }).click();
      await page
        .getByTestId('try-value')
        .or(page.getByText('Which one do you mean?'))
        .first()
        .waitFor({ timeout: 60_000 });
    },
  },
  { name: 'sign-in', who: 'visitor', path: '/sign-in', short: true },
  { name: 'sign-in-faults', who: 'visitor', path: '/sign-in', enter: press('Sign in') },
  { name: 'sign-up', who: 'visitor', path: '/sign-up', short: true },
  { name: 'forgot-password', who: 'visitor', path: '/forgot-password' },
  { name: 'reset-password-gone', who: 'visitor', path: '/reset-password?secret=none' },
  { name: 'verify-gone', who: 'visitor', path: '/verify?secret=none' },
  { name: 'unsubscribe-gone', who: 'visitor', path: '/unsubscribe?token=none' },
  { name: 'privacy', who: 'visitor', path: '/privacy', short: true },
  { name: 'help', who: 'visitor', path: '/help', short: true },
  { name: 'docs-api', who: 'visitor', path: '/docs/api', short: true },
  { name: 'docs-api-open', who: 'visitor', path: '/docs/api', enter: press(/^Try it/) },
  { name: 'not-found', who: 'visitor', path: '/nothing-here' },
];

const ownPlaces = (monitor: string): Place[] => [
  { name: 'dashboard', who: 'person', path: '/dashboard', short: true },
  { name: 'dashboard-account-menu', who: 'person', path: '/dashboard', enter: press(/account of/), short: true },
  { name: 'dashboard-palette', who: 'person', path: '/dashboard', enter: keys('Control+k'), short: true },
  { name: 'dashboard-keys', who: 'person', path: '/dashboard', enter: keys('?'), short: true },
  {
    name: 'dashboard-chosen',
    who: 'person',
    path: '/dashboard',
    enter: async (page) => page.keyboard.press('j').then(() => page.keyboard.press('x')),
  },
  { name: 'dashboard-nothing-found', who: 'person', path: '/dashboard?q=nothing+has+this+name' },
  { name: 'dashboard-empty', who: 'newcomer', path: '/dashboard' },
  { name: 'new-monitor', who: 'person', path: '/monitors/new', short: true },
  {
    name: 'new-monitor-taken',
    who: 'person',
    path: '/monitors/new',
    enter: async (page, house) => {
      await fill('Tell me when the Aurora One costs less than $300: {origin}/samples/headphones')(page, house);
      const asked = page.getByRole('radio').first();
      const value = page.getByTestId('preview-value');
      await value.or(asked).first().waitFor({ timeout: 60_000 });
      if (await value.isVisible()) return;
      await asked.check();
      await page.getByRole('button', { name: 'Take this one' }).click();
      await value.waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'new-monitor-asked',
    who: 'person',
    path: '/monitors/new',
    enter: async (page, house) => {
      await fill('Tell me when the price drops: {origin}/samples/headphones')(page, house);
      await page.getByTestId('preview-value').or(page.getByRole('radio')).first().waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'new-monitor-refused',
    who: 'person',
    path: '/monitors/new',
    enter: async (page, house) => {
      await fill('Tell me when the price drops: http://127.0.0.1:9/')(page, house);
      await page.getByRole('alert').first().waitFor({ timeout: 60_000 });
    },
  },
  { name: 'monitor-edit', who: 'person', path: `${monitor}/edit` },
  { name: 'monitor-point', who: 'person', path: `${monitor}/point` },
  { name: 'monitor-delete', who: 'person', path: monitor, enter: press('Delete'), short: true },
  {
    name: 'monitor-row',
    who: 'person',
    path: monitor,
    enter: async (page) => page.getByTestId('history-row').first().getByRole('button').first().click(),
    short: true,
  },
  { name: 'monitor-of-nobody', who: 'person', path: '/monitors/00000000-0000-4000-8000-000000000000' },
  { name: 'notifications', who: 'person', path: '/notifications', short: true },
  { name: 'account', who: 'person', path: '/account', short: true },
  { name: 'outbox', who: 'person', path: '/outbox', short: true },
];

const adminPlaces: Place[] = [
  '',
  ...['alerts', 'audit', 'emails', 'people', 'restrictions', 'sources', 'spend', 'whitelist'],
  ...['system', 'system/failing', 'system/in-flight', 'system/queues', 'system/storage', 'system/vitals'],
].map((part) => ({
  name: `admin${part === '' ? '' : `-${part.replace('/', '-')}`}`,
  who: 'admin',
  path: part === '' ? '/admin' : `/admin/${part}`,
}));

/** All of them; each monitor of the demo person is a place of its own. */
export function places({ monitors }: House): Place[] {
  const watched = monitors.map(({ id, name }, at): Place => {
    const named = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const printed = ['h1', '[data-testid=current-value]', '[data-testid=history-row]'];
    return {
      ...{ name: `monitor-${named}`, who: 'person', path: `/monitors/${id}` },
      ...(at === 0 ? { short: true, printed } : {}),
    };
  });
  return [...publicPlaces, ...ownPlaces(firstOf(monitors)), ...watched, ...adminPlaces];
}

/** The page of the demo person's first monitor. */
const firstOf = (monitors: House['monitors']): string => `/monitors/${monitors[0]?.id}`;

export type MainPage = 'landing' | 'sign-in' | 'dashboard' | 'monitor';

/** Those that are weighed and timed. */
export function mainPages({ monitors }: House): { name: MainPage; who: Who; path: string }[] {
  return [
    { name: 'landing', who: 'visitor', path: '/' },
    { name: 'sign-in', who: 'visitor', path: '/sign-in' },
    { name: 'dashboard', who: 'person', path: '/dashboard' },
    { name: 'monitor', who: 'person', path: firstOf(monitors) },
  ];
}
