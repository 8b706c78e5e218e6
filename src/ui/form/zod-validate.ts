import { flattenError, type ZodType } from 'zod';

/**
 * What @mantine/form calls to validate: the first message of each input, by its name. The schema is the one that the
 * router uses, so that a form never accepts what the server will refuse.
 */
export function zodValidate(schema: ZodType<Record<string, unknown>>) {
  return (values: unknown): Record<string, string> => {
    const parsed = schema.safeParse(values);
    return parsed.success ? {} : firstMessages(flattenError(parsed.error).fieldErrors);
  };
}

/** The first message of each field, as @mantine/form's `setErrors` takes them. */
export function firstMessages(fields: Record<string, string[] | undefined>): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const [name, [first] = []] of Object.entries(fields)) if (first !== undefined) messages[name] = first;
  return messages;
}
