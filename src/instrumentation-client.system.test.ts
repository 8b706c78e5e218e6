// @vitest-environment jsdom
import { getNonce } from 'get-nonce';
import { expect, it } from 'vitest';

it('tells zod, before it is loaded, to compile nothing, and gives the nonce to what writes styles', async () => {
  document.head.innerHTML = '<script nonce="of-this-document"></script>';
  await import('./instrumentation-client');
  const { config } = await import('zod');
  expect(config().jitless).toBe(true);
  expect(getNonce()).toBe('of-this-document');
});
