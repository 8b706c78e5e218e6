'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import { DeleteAccount } from './delete-account';
import { ExportCard } from './export-card';

/** What one does before one goes, and going. */
export function Leaving({ timeZone }: { timeZone: string }) {
  const trpc = useTRPC();
  const access = useQuery(trpc.account.access.queryOptions());
  if (!access.data) return null;
  const { hasPassword, removedAt } = access.data;
  return (
    <>
      <ExportCard timeZone={timeZone} />
      <DeleteAccount hasPassword={hasPassword} removedAt={removedAt} timeZone={timeZone} />
    </>
  );
}
