import type { RouterOutputs } from '@/trpc/root';

/** A person as the admin's list shows them. */
export type PersonView = RouterOutputs['admin']['people']['people'][number];
