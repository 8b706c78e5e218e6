import type { ReaderContext } from '@/ai/reader';
import { applyCorrection } from '@/domain/contract/apply-correction';
import type { Correction } from '@/domain/contract/correction';
import type { Interpretation } from '@/domain/contract/interpretation';
import { addressesIn } from '@/domain/contract/page-address';
import type { ReaderName } from '@/domain/contract/reading';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';

export interface InterpretedPrompt {
  interpretation: Interpretation;
  reader: ReaderName;
  /** From 0 to 1, that it is what the person means; where it is not sure, the person is asked. */
  probability: number;
  isSure: boolean;
  /** Other contracts that it may mean, the likelier first. */
  alternatives: Interpretation[];
  /** What of the sentence the contract leaves out; null where nothing is. */
  note: string | null;
}

/**
 * Makes the contract of a prompt. `source` is the page's address from the form, for a prompt that names none itself.
 * Throws `unprocessable` where nobody understands the sentence and `unavailable` where no reader could be asked.
 */
export async function interpretPrompt(
  deps: Pick<Deps, 'readers'>,
  prompt: string,
  source: string | undefined,
  context: ReaderContext,
): Promise<InterpretedPrompt> {
  const result = await deps.readers.interpret(prompt, context);
  if (!result.ok) {
    const code = result.reason === 'not_understood' ? 'unprocessable' : 'unavailable';
    throw new DomainError(code, result.reason, result.message, { fields: { prompt: [result.message] } });
  }
  const { interpretation, reader, probability, isSure, alternatives, note } = result;
  const named = interpretation.sources.map(withScheme);
  const sources = named.length > 0 ? named : (source ? [source] : addressesIn(prompt).filter(hasPath)).map(withScheme);
  const onSource = (one: Interpretation): Interpretation => ({ ...one, sources });
  return {
    interpretation: onSource(interpretation),
    reader,
    probability,
    isSure,
    alternatives: alternatives.map(onSource),
    note,
  };
}

/**
 * The contract of a prompt, or the one that the person wrote in its place: then nobody interprets. Throws as
 * `interpretPrompt`, and `unprocessable` (`contract_invalid`) with messages for the fields of the correction.
 */
export async function contractOf(
  deps: Pick<Deps, 'readers'>,
  asked: { prompt: string; source?: string | undefined; contract?: Correction | undefined },
  context: ReaderContext,
): Promise<InterpretedPrompt> {
  const { prompt, source, contract } = asked;
  if (contract === undefined) return interpretPrompt(deps, prompt, source, context);
  const interpretation = applyCorrection(contract, pagesOf(prompt, source));
  return { interpretation, reader: 'person', probability: 1, isSure: true, alternatives: [], note: null };
}

/** The pages that a prompt names, or else the one of the form. */
export function pagesOf(prompt: string, source: string | undefined): string[] {
  const named = addressesIn(prompt);
  const isSure = named.some((address) => /^https?:/i.test(address));
  return (isSure || source === undefined ? named : [source]).map(withScheme);
}

/** Not the end of one sentence and the beginning of the next: "tell me.And". */
const hasPath = (address: string) => address.includes('/') || /^www\./i.test(address);

/** People write "example.com/page": a browser would open it over https. */
function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/]*:\d+(\/|$)/.test(address) ? address : `https://${address}`;
}
