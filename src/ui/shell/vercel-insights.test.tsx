// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VercelInsights } from './vercel-insights';

type Mask = (told: { url: string }) => { url: string } | null;
const queued = window as typeof window & Partial<Record<'va' | 'vaq' | 'si' | 'siq', unknown>>;

beforeEach(() => {
  vi.stubEnv('NODE_ENV', 'production');
  document.head.replaceChildren();
  for (const name of ['va', 'vaq', 'si', 'siq'] as const) delete queued[name];
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(document, 'referrer');
});

const scripts = () => [...document.head.querySelectorAll('script')].map((script) => script.getAttribute('src'));
const settle = () => new Promise((resolve) => setTimeout(resolve, 300));

function show(insights: string, referrer = ''): void {
  vi.stubEnv('VERCEL_INSIGHTS', insights);
  Object.defineProperty(document, 'referrer', { value: referrer, configurable: true });
  render(<VercelInsights />);
}

describe('on Vercel, where it is switched on', () => {
  it('loads both scripts from our own address', async () => {
    show('on');
    await expect.poll(scripts).toEqual(['/_vercel/insights/script.js', '/_vercel/speed-insights/script.js']);
  });

  it('tells which kind of page it was, without ids and queries', async () => {
    show('on');
    await expect.poll(() => queued.siq).toBeDefined();
    const masks = [queued.vaq, queued.siq].map((queue) => (queue as [string, Mask][])[0]);
    for (const told of masks) {
      const [name, mask] = told ?? [];
      expect(name).toBe('beforeSend');
      const url = 'https://m.example/monitors/22222222-2222-4222-8222-222222222222/3f9a81c04b27?secret=hush#hush';
      expect(mask?.({ url })).toEqual({ url: 'https://m.example/monitors/{id}/{other}' });
      expect(mask?.({ url: 'hush' })).toBeNull();
    }
  });

  it('loads none in a page that was come to from a link with a secret', async () => {
    show('on', 'https://m.example/confirm?secret=hush');
    await settle();
    expect(scripts()).toEqual([]);
  });
});

it('elsewhere nothing is loaded', async () => {
  show('');
  await settle();
  expect(scripts()).toEqual([]);
});
