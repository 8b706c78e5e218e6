import { PageSkeleton } from '@/ui/shell/page-skeleton';
import { FormSkeleton } from '../_components/form-skeleton';

export default function NewMonitorLoading() {
  return (
    <PageSkeleton title="New monitor">
      <FormSkeleton />
    </PageSkeleton>
  );
}
