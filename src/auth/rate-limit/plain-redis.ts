import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import type { LimitRedis } from './upstash-limiter';

const PATIENCE_MS = 2_500;

/** A connection for limits: it is given up soon, because somebody waits for the answer. */
export function connectRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    connectionName: 'monitors-limits',
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 1,
    lazyConnect: true,
  });
  // Without a listener a lost connection would end the process.
  redis.on('error', onError);
  return redis;
}

/**
 * A plain Redis as @upstash/ratelimit wants it. Its scripts begin with a flag that only Upstash knows and Redis
 * refuses, so that line goes, and with it the hash changes: the library's hashes are mapped to those of what is
 * really run.
 */
export function asLimitRedis(redis: Redis): LimitRedis {
  const hashes = new Map<string, string>();
  const call = (command: 'EVAL' | 'EVALSHA', script: string, keys: string[], args: unknown[]) =>
    redis.call(command, script, keys.length, ...keys, ...args.map(String));
  async function evaluate<Args extends unknown[], Data>(script: string, keys: string[], args: Args): Promise<Data> {
    const plain = script.replace(/^#!lua[^\n]*\n/, '');
    hashes.set(sha1(script), sha1(plain));
    return (await call('EVAL', plain, keys, args)) as Data;
  }
  return {
    eval: evaluate,
    async evalsha<Args extends unknown[], Data>(hash: string, keys: string[], args: Args): Promise<Data> {
      const plain = hashes.get(hash);
      // As Redis says it: the library then sends the script.
      if (plain === undefined) throw new Error('NOSCRIPT No matching script.');
      return (await call('EVALSHA', plain, keys, args)) as Data;
    },
    get: unused,
    set: unused,
  };
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Of dynamic limits, which we do not have. */
function unused(): never {
  throw new Error('Limits are given by the code, not kept in Redis');
}
