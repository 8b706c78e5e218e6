import { PageSkeleton, RowsSkeleton } from '@/ui/shell/page-skeleton';

export default function OutboxLoading() {
  return (
    <PageSkeleton title="Outbox">
      <RowsSkeleton height={68} />
    </PageSkeleton>
  );
}
