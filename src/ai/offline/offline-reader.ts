import type { Reader } from '../reader';
import { interpretOffline } from './interpret/interpret';
import { readOffline } from './read/read';

/** The reader that needs no key and no network: rules, and honest about what they cannot do. */
export function createOfflineReader(now: () => Date): Reader {
  return {
    name: 'offline',
    interpret: async (prompt, at) => interpretOffline(prompt, at),
    read: async (question, snapshot) => readOffline(question, snapshot, now()),
  };
}
