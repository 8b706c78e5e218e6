import type { Reading } from '@/domain/contract/reading';
import type { AskAll, Reader, ReaderCall, ReaderContext } from './reader';
import { ReaderError } from './reader-error';
import type { Rules } from './rules';

/** Ends that another request, of one question, may not have. */
const OF_THIS_REQUEST = new Set(['malformed', 'truncated', 'refused', 'over_budget']);

/** Makes the call in its guard, for all whom it serves; each is charged its share. */
type Guarded = (
  context: ReaderContext,
  call: (call: ReaderCall) => Promise<(Reading | null)[]>,
  served: readonly ReaderContext[],
) => Promise<(Reading | null)[]>;

/**
 * Several questions of one person about one page in one request. Whoever got no good answer asks by itself; where room
 * was too short to show each question all of its passages, only values count, for the rest may stand on what was left
 * out. `onBad` hears of every answer that was malformed.
 */
export function createAskAll(
  reader: Reader,
  rules: Rules,
  guarded: Guarded,
  onBad: (now: Date) => Promise<void>,
): AskAll {
  return async (asked, signal) => {
    const [first] = asked;
    const alone = asked.map(() => null);
    if (first === undefined) return alone;
    const { snapshot, context } = first;
    const questions = asked.map(({ question }) => question);
    const shown = await unlessReaderFails(
      () => rules.passagesForAll(questions, snapshot, signal),
      () => true,
    );
    if (shown === null) return alone;
    const { passages, isWhole } = shown;
    // Whose the call is: the person's, of no single monitor.
    const whose = { ...context, monitorId: null, evaluationId: null, signal };
    const served = asked.map((one) => one.context);
    const readings = await unlessReaderFails(
      () => guarded(whose, (call) => reader.readMany(questions, snapshot, { ...call, passages }), served),
      ({ kind }) => OF_THIS_REQUEST.has(kind),
    );
    if (readings === null) return alone;
    for (const reading of readings) if (reading === null) await onBad(context.now);
    return readings.map((reading) => (isWhole || reading?.found === 'value' ? reading : null));
  };
}

async function unlessReaderFails<Result>(
  make: () => Promise<Result>,
  isForgiven: (error: ReaderError) => boolean,
): Promise<Result | null> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ReaderError && isForgiven(error)) return null;
    throw error;
  }
}
