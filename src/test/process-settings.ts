/** Settings of the process under test, as whoever starts it sets them: before the app reads any. */
export function setSettings(settings: Record<string, string>): void {
  Object.assign(process.env, settings);
}

/** A setting of the test run, not of the app: the Redis of this machine; absent where none is to be asked. */
export const REDIS_OF_RUN = process.env.TEST_REDIS_URL;
