import { z } from 'zod';
import { MonitorName, PromptText } from './prompt';

/**
 * A new monitor, shared by form, router and REST. `alertIfAlreadyTrue`: what the person picked in the preview when the
 * condition is true already: tell me now, or only when it next becomes true.
 */
export const CreateMonitorInput = z.object({
  prompt: PromptText,
  name: MonitorName.optional(),
  alertIfAlreadyTrue: z.boolean().default(false),
});
export type CreateMonitorInput = z.input<typeof CreateMonitorInput>;

/** What a person may change; at least one of them. A new prompt is interpreted anew and starts a new memory. */
export const UpdateMonitorInput = z
  .object({
    prompt: PromptText.optional(),
    name: MonitorName.optional(),
    isActive: z.boolean().optional(),
  })
  .refine((input) => Object.values(input).some((value) => value !== undefined), {
    message: 'Change the description, the name or the state of the monitor',
  });
export type UpdateMonitorInput = z.input<typeof UpdateMonitorInput>;
