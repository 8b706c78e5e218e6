/** Where looks wait for a place in the browser. */
export interface Places {
  /**
   * Waits for a place and takes it; whoever took one gives it back once. A check waits as null, a preview by its
   * person. Rejects with the signal's reason when it ends the waiting.
   */
  take(previewOf: string | null, signal: AbortSignal): Promise<() => void>;
  count(): { active: number; waiting: number };
}

interface Waiter {
  previewOf: string | null;
  enter: () => void;
}

/**
 * So many places in all, of which previews have at most `forPreviews`: the others are kept for checks, whatever is
 * previewed. Who waits longest is next; among previews, the person who has the fewest under way.
 */
export function createPlaces(total: number, forPreviews: number): Places {
  const waiting: Waiter[] = [];
  /** Previews under way, by person. */
  const previews = new Map<string, number>();
  let active = 0;
  let previewing = 0;
  const underWay = ({ previewOf }: Waiter) => previews.get(previewOf ?? '') ?? 0;

  const count = (previewOf: string | null, by: 1 | -1) => {
    active += by;
    if (previewOf === null) return;
    previewing += by;
    const left = (previews.get(previewOf) ?? 0) + by;
    if (left > 0) previews.set(previewOf, left);
    else previews.delete(previewOf);
  };

  const next = (): number => {
    const check = waiting.findIndex(({ previewOf }) => previewOf === null);
    if (previewing >= forPreviews) return check;
    const preview = waiting.reduce((best, waiter, index) => {
      const chosen = waiting[best];
      if (waiter.previewOf === null || (chosen && underWay(chosen) <= underWay(waiter))) return best;
      return index;
    }, -1);
    if (check < 0 || preview < 0) return Math.max(check, preview);
    return Math.min(check, preview);
  };

  const admit = () => {
    while (active < total) {
      const index = next();
      const waiter = waiting[index];
      if (waiter === undefined) return;
      waiting.splice(index, 1);
      count(waiter.previewOf, 1);
      waiter.enter();
    }
  };

  return {
    count: () => ({ active, waiting: waiting.length }),
    take: async (previewOf, signal) => {
      signal.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        const waiter: Waiter = {
          previewOf,
          enter: () => {
            signal.removeEventListener('abort', leave);
            resolve();
          },
        };
        const leave = () => {
          waiting.splice(waiting.indexOf(waiter), 1);
          reject(signal.reason);
        };
        signal.addEventListener('abort', leave, { once: true });
        waiting.push(waiter);
        admit();
      });
      let given = false;
      return () => {
        if (given) return;
        given = true;
        count(previewOf, -1);
        admit();
      };
    },
  };
}
