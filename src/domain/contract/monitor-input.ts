import { z } from 'zod';
import { LIMITS } from '../limits';
import { Correction } from './correction';
import { CandidateNumber, PointedSpan } from './pointing';

/** Line breaks and tabs become spaces; other controls and invisible characters go, so that length means reading. */
function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The person's sentence: 10 to 500 characters (UTF-16, as the column counts them at most) after tidying. */
export const PromptText = z
  .string('Describe what you want to be told about')
  .max(20_000, `Monitor description must be less than ${LIMITS.promptMax} characters`)
  .transform(tidy)
  .pipe(
    z
      .string()
      .min(LIMITS.promptMin, `Monitor description must be at least ${LIMITS.promptMin} characters`)
      .max(LIMITS.promptMax, `Monitor description must be less than ${LIMITS.promptMax} characters`),
  );

/** A monitor's name on one line: 1 to 100 characters after tidying. */
export const MonitorName = z
  .string('Monitor name is required')
  .max(20_000, `Monitor name must be less than ${LIMITS.nameMax} characters`)
  .transform(tidy)
  .pipe(
    z
      .string()
      .min(LIMITS.nameMin, 'Monitor name is required')
      .max(LIMITS.nameMax, `Monitor name must be less than ${LIMITS.nameMax} characters`),
  );

/** The page's address, for a prompt that names none. Whether it may be read is the gate's to say. */
const SourceAddress = z
  .string()
  .trim()
  .min(4, 'Give the address of the page, for example https://shop.example/headphones')
  .max(2_000, 'An address can have at most 2000 characters');

/** A sentence and its page, as they stand in the form. */
export const PageInput = z.strictObject({ prompt: PromptText, source: SourceAddress.optional() });

export const PreviewInput = PageInput.extend({
  /** What the person wrote in place of what was understood: then the sentence is not interpreted. */
  contract: Correction.optional(),
});

const PreviewId = z.uuid('This is not the id of a preview.');

/** What a person points at on the page of a preview: one of its candidates by number, or any of its texts. */
export const ChoiceInput = z
  .strictObject({
    previewId: PreviewId,
    candidate: CandidateNumber.optional(),
    span: PointedSpan.optional(),
    /** The monitor that goes on with it: what it means is told from its state. */
    monitorId: z.uuid('This is not the id of a monitor.').optional(),
  })
  .refine(({ candidate, span }) => (candidate === undefined) !== (span === undefined), {
    message: 'Give either the number of a candidate or a span of the text.',
    path: ['candidate'],
  });

/** A new monitor, shared by form, router and REST. */
export const CreateMonitorInput = z.strictObject({
  prompt: PromptText,
  name: MonitorName.optional(),
  source: SourceAddress.optional(),
  /** In place of what would be understood of the prompt. */
  contract: Correction.optional(),
  /**
   * For a condition that is true already: alert at the first check (the default), or only when it next becomes true.
   */
  alertIfAlreadyTrue: z.boolean().optional(),
  /** The preview of the same sentence and page: what it read becomes the first reading, for an hour. */
  previewId: PreviewId.optional(),
  /** One of that preview's candidates, by its number: its value is the fact. */
  candidate: CandidateNumber.optional(),
});
export type CreateMonitorInput = z.input<typeof CreateMonitorInput>;

/**
 * What a person may change. A new prompt or page is interpreted anew, unless a `contract` says what is meant. Each of
 * them starts a new memory; `alertIfAlreadyTrue` goes with one, or with a monitor that was never evaluated. What a
 * preview read, of the change or of the monitor as it is, is its next reading.
 */
export const UpdateMonitorInput = z.strictObject({
  prompt: PromptText.optional(),
  name: MonitorName.optional(),
  source: SourceAddress.optional(),
  isActive: z.boolean().optional(),
  contract: Correction.optional(),
  alertIfAlreadyTrue: z.boolean().optional(),
  previewId: PreviewId.optional(),
  candidate: CandidateNumber.optional(),
});
export type UpdateMonitorInput = z.input<typeof UpdateMonitorInput>;
