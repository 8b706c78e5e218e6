// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ReportedVitals } from '@/domain/reported-vitals';
import { WebVitals } from './web-vitals';

const { browser } = vi.hoisted(() => ({ browser: { tell: (_: { name: string; value: number }) => {} } }));
vi.mock('next/web-vitals', () => ({
  useReportWebVitals: (note: typeof browser.tell) => {
    browser.tell = note;
  },
}));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** jsdom's own blobs know no shorter way. */
const textOf = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });

it('tells each figure once, as it is when the page is left, and nothing where there is none', async () => {
  const sent: Blob[] = [];
  const sendBeacon = (address: string, body: Blob) => address === '/api/vitals' && sent.push(body) > 0;
  Object.defineProperty(navigator, 'sendBeacon', { value: sendBeacon, configurable: true });
  let visibility = 'visible';
  Object.defineProperty(document, 'visibilityState', { get: () => visibility, configurable: true });
  const becomes = (state: string) => {
    visibility = state;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const { unmount } = render(<WebVitals />);
  for (const figure of [
    { name: 'CLS', value: 0.01 },
    { name: 'CLS', value: 0.2 },
    { name: 'Next.js-hydration', value: 9 },
  ])
    browser.tell(figure);
  becomes('visible');
  expect(sent).toEqual([]);
  becomes('hidden');
  becomes('hidden');
  expect(sent).toHaveLength(1);
  const told: unknown = JSON.parse(await textOf(sent[0] as Blob));
  expect(ReportedVitals.parse(told)).toEqual([{ name: 'CLS', value: 0.2 }]);
  browser.tell({ name: 'INP', value: 80 });
  unmount();
  becomes('hidden');
  expect(sent).toHaveLength(1);
});
