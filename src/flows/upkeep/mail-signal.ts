/** Tells the loop that sends mails that one is due. Raised while nobody waits, it is heard by the next who does. */
export interface MailSignal {
  raise(): void;
  /** Resolves when it is raised, at once if it was since the last `lower`. */
  raised(): Promise<void>;
  /** From here on only what is raised anew counts. */
  lower(): void;
}

export function createMailSignal(): MailSignal {
  let flag = Promise.withResolvers<void>();
  return {
    raise: () => flag.resolve(),
    raised: () => flag.promise,
    lower: () => {
      flag = Promise.withResolvers<void>();
    },
  };
}
