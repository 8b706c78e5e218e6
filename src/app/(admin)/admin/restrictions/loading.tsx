import { PageSkeleton } from '@/ui/shell/page-skeleton';

export default function RestrictionsLoading() {
  return <PageSkeleton title="Restrictions" />;
}
