import { PageSkeleton } from '@/ui/shell/page-skeleton';

export default function FailingMonitorsLoading() {
  return <PageSkeleton title="Failing monitors" />;
}
