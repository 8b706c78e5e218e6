import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { consentScript } from './dump-page';
import type { PageWorld } from './page-world';

const BINDING = 'monitorsConsent';
const MOST_MS = 3_000;
/** Steps of the page's own clock where that runs ahead: small, since answers to the rules' questions take real time. */
const STEP_MS = 100;

const CONFIG = {
  enabled: true,
  autoAction: 'optOut',
  disabledCmps: [],
  enablePrehide: false,
  enableCosmeticRules: true,
  enableGeneratedRules: true,
  detectRetries: 10,
  isMainWorld: false,
  prehideTimeout: 2_000,
  enableHeuristicDetection: true,
  enablePopupMutationObserver: false,
  visualTest: false,
  logs: {},
  performanceLoggingEnabled: false,
  heuristicPopupSearchTimeout: 100,
  heuristicMode: 'reject',
};

/** The library's script and rules, read once. */
let kit: Promise<{ script: string; rules: string }> | null = null;

function loadKit(): Promise<{ script: string; rules: string }> {
  kit ??= (async () => {
    const folder = join(dirname(findPackage()), '..');
    const [script, rules] = await Promise.all([
      readFile(join(folder, 'dist', 'autoconsent.playwright.js'), 'utf8'),
      readFile(join(folder, 'rules', 'compact-rules.json'), 'utf8'),
    ]);
    return { script, rules };
  })();
  return kit;
}

function findPackage(): string {
  const name = '@duckduckgo/autoconsent';
  try {
    return createRequire(pathToFileURL(join(/* turbopackIgnore: true */ process.cwd(), 'package.json'))).resolve(name);
  } catch {
    return createRequire(import.meta.url).resolve(name);
  }
}

/** More are no banners of a site: the library would look at each of them for seconds. */
const MOST_BANNERS = 20;

/** Does the page show what asks for consent? */
export async function showsConsent(world: PageWorld): Promise<boolean> {
  const banners = await world.evaluate<number>(
    `(() => { const __name = (value) => value; return ${consentScript()}.find().length; })()`,
  );
  return banners > 0 && banners <= MOST_BANNERS;
}

/**
 * Answers the page's consent banner with a no, by the rules of @duckduckgo/autoconsent. True when it was answered. At
 * most 3 s; what then remains is left out of the text all the same (see PageConsent). `virtual`: the page's clock
 * stands and has to be moved on.
 */
export async function rejectConsent(world: PageWorld, virtual: boolean): Promise<boolean> {
  const { script, rules } = await loadKit();
  const { session } = world;
  let done: ((answered: boolean) => void) | null = null;
  const result = new Promise<boolean>((resolve) => {
    done = resolve;
  });
  const hear = (event: { name: string; payload: string }) => {
    if (event.name === BINDING) void answer(world, event.payload, rules, (answered) => done?.(answered));
  };
  session.on('Runtime.bindingCalled', hear);
  try {
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: BINDING, executionContextName: 'monitors' });
    await world.evaluate(
      `window.autoconsentSendMessage = (message) => { ${BINDING}(JSON.stringify(message)); return ` +
        `Promise.resolve(); }; ${script}; true`,
    );
    return await waitWhile(world, result, virtual);
  } finally {
    session.off('Runtime.bindingCalled', hear);
    await session.send('Runtime.disable').catch(() => undefined);
  }
}

async function waitWhile(world: PageWorld, result: Promise<boolean>, virtual: boolean): Promise<boolean> {
  const until = performance.now() + MOST_MS;
  while (performance.now() < until) {
    if (virtual) {
      await world.session.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: STEP_MS });
    }
    const answered = await Promise.race([
      result,
      new Promise<null>((resolve) => {
        setTimeout(() => resolve(null), virtual ? 15 : 50);
      }),
    ]);
    if (answered !== null) return answered;
  }
  return false;
}

interface Message {
  type: string;
  id?: string;
  code?: string;
  result?: boolean;
}

/** The library's side of the talk: it asks for its rules, and for expressions to be evaluated among the page's own. */
async function answer(
  world: PageWorld,
  payload: string,
  rules: string,
  done: (answered: boolean) => void,
): Promise<void> {
  try {
    const message: Message = JSON.parse(payload);
    if (message.type === 'init') {
      const given = `"config":${JSON.stringify(CONFIG)},"rules":{"autoconsent":[],"compact":${rules}}`;
      const reply = `{"type":"initResp",${given}}`;
      await tell(world, reply);
    } else if (message.type === 'eval') {
      const { result } = await world.session.send('Runtime.evaluate', {
        expression: message.code ?? 'false',
        returnByValue: true,
        awaitPromise: true,
        timeout: 500,
      });
      await tell(world, JSON.stringify({ type: 'evalResp', id: message.id, result: Boolean(result.value) }));
    } else if (message.type === 'autoconsentDone') done(true);
    else if (message.type === 'optOutResult' && message.result === false) done(false);
    else if (message.type === 'autoconsentError') done(false);
  } catch {
    done(false);
  }
}

/** Not awaited by the page: the library answers by messages of its own. */
async function tell(world: PageWorld, json: string): Promise<void> {
  await world.evaluate(`void window.autoconsentReceiveMessage(${json})`);
}
