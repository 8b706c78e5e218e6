import { type Result, resultsTable } from './audit';

export const say = (...lines: string[]): void => console.log(lines.join('\n'));

/**
 * Holds what it is given, undoes what was opened however that ends, tells the table and what is wrong, and ends the
 * process: with 1 where anything is wrong.
 */
export async function runDrills(hold: (undo: (() => unknown)[]) => Promise<Result[]>): Promise<never> {
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop())
      await Promise.resolve(step()).catch((error: unknown) => console.error(error));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(1)));
  const results = await hold(undo).finally(stop);
  say('', ...resultsTable(results), '');
  const faults = results.flatMap(({ name, faults }) => faults.map((fault) => `WRONG ${name}: ${fault}`));
  say(...faults.slice(0, 40), faults.length === 0 ? 'All as it must be.' : `${faults.length} things are wrong.`);
  process.exit(faults.length > 0 || results.length === 0 ? 1 : 0);
}
