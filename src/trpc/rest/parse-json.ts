import { DomainError } from '@/domain/errors';

/** @throws DomainError `invalid` / `malformed_json`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('invalid', 'malformed_json', 'The body is not valid JSON in UTF-8.');
  }
}
