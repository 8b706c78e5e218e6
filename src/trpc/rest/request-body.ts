import { readJsonText } from '@/auth/entrance/enter';
import { withStorableText } from '@/auth/entrance/read-json';
import { DomainError } from '@/domain/errors';

/**
 * The JSON object that a request carries; an empty one where it has no body.
 * @throws DomainError `invalid` for what is no JSON object, and what the entrance refuses (auth/entrance/enter).
 */
export async function readJsonBody(request: Request): Promise<Record<string, unknown>> {
  const text = await readJsonText(request);
  if (text === '') return {};
  const value = withStorableText(parse(text));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DomainError('invalid', 'malformed_json', 'The body must be a JSON object, for example {"name": "…"}.');
  return { ...value };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('invalid', 'malformed_json', 'The body is not valid JSON in UTF-8.');
  }
}
