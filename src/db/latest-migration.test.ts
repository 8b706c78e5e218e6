import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LATEST_MIGRATION } from './latest-migration';

it('is the last file of the folder', () => {
  expect(`${LATEST_MIGRATION}.ts`).toBe(readdirSync('migrations').sort().at(-1));
});
