import { z } from 'zod';
import { LIMITS } from './limits';

/** The person's own sentence. */
export const Prompt = z
  .string()
  .trim()
  .min(LIMITS.promptMin, `Monitor description must be at least ${LIMITS.promptMin} characters`)
  .max(LIMITS.promptMax, `Monitor description must be at most ${LIMITS.promptMax} characters`);

export const MonitorName = z
  .string()
  .trim()
  .min(LIMITS.nameMin, 'Monitor name is required')
  .max(LIMITS.nameMax, `Monitor name must be at most ${LIMITS.nameMax} characters`);

/** The page's address, for a prompt that names none. Whether it may be read is the gate's to say. */
export const SourceAddress = z
  .string()
  .trim()
  .min(4, 'Give the address of the page, for example https://shop.example/headphones')
  .max(2_000, 'An address can have at most 2000 characters');

export const PreviewInput = z.strictObject({ prompt: Prompt, source: SourceAddress.optional() });

/** Shared by the form, the procedure and REST. */
export const CreateMonitorInput = z.strictObject({
  prompt: Prompt,
  name: MonitorName.optional(),
  source: SourceAddress.optional(),
  /** For a condition that is true already: be told at the first check, or only when it next becomes true. */
  tellIfAlreadyTrue: z.boolean().optional(),
});
export type CreateMonitorInput = z.infer<typeof CreateMonitorInput>;

export const UpdateMonitorInput = z.strictObject({
  prompt: Prompt.optional(),
  name: MonitorName.optional(),
  source: SourceAddress.optional(),
  isActive: z.boolean().optional(),
});
export type UpdateMonitorInput = z.infer<typeof UpdateMonitorInput>;
