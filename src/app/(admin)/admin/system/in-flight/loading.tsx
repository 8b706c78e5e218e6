import { PageSkeleton } from '@/ui/shell/page-skeleton';

export default function ChecksUnderWayLoading() {
  return <PageSkeleton title="Checks under way" />;
}
