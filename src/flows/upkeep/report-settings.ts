import { access, constants } from 'node:fs/promises';
import { modelsWithoutPrice, type ReaderSettings } from '@/ai/create-readers';
import type { Env } from '@/env';
import type { Deps } from '../deps';

type ReportDeps = Pick<Deps, 'log' | 'searchScraper'> & { readerSettings: ReaderSettings };

/**
 * Says in the log, once at the start, which settings are well formed and will not work all the same: without that they
 * would fail at the first use, or be passed over in silence. Never rejects.
 */
export async function reportSettings(env: Env, { log, searchScraper, readerSettings }: ReportDeps): Promise<void> {
  for (const model of modelsWithoutPrice(readerSettings)) {
    log.warn({ model }, 'no price is known for this model: it counts at the dearest rates known. Set AI_PRICES');
  }
  if (env.CHROMIUM_PATH !== undefined && !(await isProgram(env.CHROMIUM_PATH))) {
    log.error({ setting: 'CHROMIUM_PATH' }, 'CHROMIUM_PATH names no program that can be run: no page can be looked at');
  }
  if (env.SEARCH_URL === undefined) return;
  const refused = await searchScraper?.check(env.SEARCH_URL).catch(() => null);
  if (refused) {
    const why = `SEARCH_URL cannot be asked, so no search proposes sources: ${refused.message}`;
    log.error({ setting: 'SEARCH_URL' }, why);
  }
}

function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
