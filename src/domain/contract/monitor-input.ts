import { z } from 'zod';
import { MonitorName, PromptText } from './prompt';

/** The page's address, for a prompt that names none. Whether it may be read is the gate's to say. */
const SourceAddress = z
  .string()
  .trim()
  .min(4, 'Give the address of the page, for example https://shop.example/headphones')
  .max(2_000, 'An address can have at most 2000 characters');

export const PreviewInput = z.strictObject({ prompt: PromptText, source: SourceAddress.optional() });

/** A new monitor, shared by form, router and REST. */
export const CreateMonitorInput = z.strictObject({
  prompt: PromptText,
  name: MonitorName.optional(),
  source: SourceAddress.optional(),
  /**
   * For a condition that is true already: alert at the first check (the default), or only when it next becomes true.
   */
  alertIfAlreadyTrue: z.boolean().optional(),
  /** The preview of the same sentence and page: what it read becomes the first reading, for an hour. */
  previewId: z.uuid('This is not the id of a preview.').optional(),
});
export type CreateMonitorInput = z.input<typeof CreateMonitorInput>;

/**
 * What a person may change. A new prompt or page is interpreted anew and starts a new memory; `alertIfAlreadyTrue` goes
 * with one, or with a monitor that was never evaluated.
 */
export const UpdateMonitorInput = z.strictObject({
  prompt: PromptText.optional(),
  name: MonitorName.optional(),
  source: SourceAddress.optional(),
  isActive: z.boolean().optional(),
  alertIfAlreadyTrue: z.boolean().optional(),
});
export type UpdateMonitorInput = z.input<typeof UpdateMonitorInput>;
