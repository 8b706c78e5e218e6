import { LIMITS } from '../limits';

const COPY = ' (copy)';

/** What a duplicate is called at first. */
export function copyName(name: string): string {
  return `${name.slice(0, LIMITS.nameMax - COPY.length).trimEnd()}${COPY}`;
}

/** Whether the person named it, and not we after its sentence. */
export function isOwnName(name: string, { suggestedName }: { suggestedName: string }): boolean {
  return name !== suggestedName && name !== copyName(suggestedName);
}
