/** Thrown when something took longer than it may. */
class TimeOutError extends Error {
  override readonly name = 'TimeOutError';
}

/** The promise, or a TimeOutError after `ms` milliseconds. What is waited for goes on unheard. */
export async function withTimeout<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeOutError(`${what} took longer than ${ms} ms`)), Math.max(0, ms));
  });
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
