import { parseEnv } from 'node:util';
import { readEnv, VARIABLE_NAMES } from '@/env';

/** compose.yaml's own, in the same file. */
const OF_COMPOSE = ['POSTGRES_PASSWORD'];

export interface Compared {
  /** Names in the file that this version does not read: it has forgotten them, or they are misspelt. */
  unknown: string[];
  /** What this version says of the file in production, line by line; nothing where it would start. */
  faults: string[];
  /** Names that are set and known. */
  known: string[];
}

/** Compares an old deployment's variables with what this version reads. No value is in what is returned. */
export function compareSettings(text: string): Compared {
  const given = Object.entries(parseEnv(text)).filter(([, value]) => value?.trim());
  const names = given.map(([name]) => name);
  return {
    unknown: names.filter((name) => !VARIABLE_NAMES.includes(name) && !OF_COMPOSE.includes(name)).sort(),
    faults: faultsOf(Object.fromEntries(given)),
    known: names.filter((name) => VARIABLE_NAMES.includes(name)),
  };
}

/** A message of readEnv names each variable with what to put, and never says what it is. */
function faultsOf(variables: NodeJS.Dict<string>): string[] {
  try {
    readEnv({ ...variables, NODE_ENV: 'production' });
    return [];
  } catch (error) {
    const lines = error instanceof Error ? error.message.split('\n') : [];
    return lines.slice(1).map((line) => line.trim());
  }
}
