import { PageSkeleton, RowsSkeleton } from '@/ui/shell/page-skeleton';

export default function InboxLoading() {
  return (
    <PageSkeleton title="Inbox">
      <RowsSkeleton rows={6} height={92} />
    </PageSkeleton>
  );
}
