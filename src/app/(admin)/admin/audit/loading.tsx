import { PageSkeleton } from '@/ui/shell/page-skeleton';

export default function AuditLoading() {
  return <PageSkeleton title="Audit" />;
}
