import { PageSkeleton } from '@/ui/shell/page-skeleton';

export default function SourcesLoading() {
  return <PageSkeleton title="Sources" />;
}
