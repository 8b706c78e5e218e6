import { describe, expect, it, vi } from 'vitest';

const asks = (authorization: string) => new Headers({ authorization });

/** The settings are read once a process: each case gets its own. */
async function load(secret: string) {
  vi.resetModules();
  vi.stubEnv('CRON_SECRET', secret);
  return (await import('./cron-secret')).isFromCron;
}

describe('isFromCron', () => {
  it('knows our scheduler by its secret', async () => {
    const isFromCron = await load('a cron secret of the tests');
    expect(isFromCron(asks('Bearer a cron secret of the tests'))).toBe(true);
    for (const wrong of ['Bearer a cron secret of the test', 'Bearer ', 'a cron secret of the tests', 'Basic YTpi']) {
      expect(isFromCron(asks(wrong))).toBe(false);
    }
    expect(isFromCron(new Headers())).toBe(false);
  });

  it('lets nobody in while there is no secret', async () => {
    const isFromCron = await load('');
    expect(isFromCron(asks('Bearer '))).toBe(false);
    expect(isFromCron(asks('Bearer undefined'))).toBe(false);
  });
});
