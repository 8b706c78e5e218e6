import { z } from 'zod';
import { readJsonText } from '@/auth/entrance/enter';
import { withStorableText } from '@/auth/entrance/read-json';
import type { AbuseGuard } from '@/auth/rate-limit/abuse-guard';
import { requestOrigin } from '@/auth/request-origin';
import { PageInput } from '@/domain/contract/monitor-input';
import { DomainError } from '@/domain/errors';
import { type Tried, type TriedChoice, trySample } from '@/flows/monitors/try-sample';
import { asDomainError } from '../error-map';
import { ReadingView, viewReading } from '../preview-view';
import { answerJson } from './answer';
import { parseJson } from './parse-json';
import { answerRefusal } from './refuse';

const TryInput = PageInput.required();

/** What a visitor is shown of a sentence that they tried on the sample shop. */
export const TriedView = z.strictObject({
  triggerCondition: z.string(),
  reading: ReadingView,
  choices: z.array(
    z.strictObject({
      quote: z.string(),
      label: z.string().nullable(),
      triggerCondition: z.string(),
      reading: ReadingView,
    }),
  ),
});
export type TriedView = z.infer<typeof TriedView>;

interface Surroundings {
  deps: Parameters<typeof trySample>[0];
  guard: Pick<AbuseGuard, 'admit'>;
}

/**
 * Answers a try of the landing page, of anybody. It is counted before the sentence is looked at: a visitor's own limit,
 * by their network address.
 */
export async function answerTry(request: Request, { deps, guard }: Surroundings): Promise<Response> {
  try {
    const { ip } = requestOrigin(request.headers);
    await guard.admit('samplePreview', { address: ip, account: ip === null ? 'of no known address' : null });
    const input = await readInput(request);
    const tried = await trySample(deps, { ...input, signal: request.signal });
    return answerJson(200, JSON.stringify(TriedView.parse(viewTried(tried))), new Headers());
  } catch (error) {
    const known = asDomainError(error);
    if (known === null) throw error;
    return answerRefusal(known);
  }
}

async function readInput(request: Request): Promise<z.infer<typeof TryInput>> {
  const text = await readJsonText(request);
  const parsed = TryInput.safeParse(withStorableText(parseJson(text)));
  if (parsed.success) return parsed.data;
  const { fieldErrors } = z.flattenError(parsed.error);
  const [message = 'Give a sentence and the address of a sample page.'] = Object.values(fieldErrors).flat();
  throw new DomainError('invalid', 'validation', message, { fields: fieldErrors });
}

function viewTried({ triggerCondition, reading, choices }: Tried): TriedView {
  return { triggerCondition, reading: viewReading(reading), choices: choices.map(viewChoice) };
}

function viewChoice({ quote, label, triggerCondition, reading }: TriedChoice): TriedView['choices'][number] {
  return { quote, label, triggerCondition, reading: viewReading(reading) };
}
