import { PageSkeleton } from '@/ui/shell/page-skeleton';
import { FormSkeleton } from '../../_components/form-skeleton';

export default function EditMonitorLoading() {
  return (
    <PageSkeleton title="Edit monitor">
      <FormSkeleton />
    </PageSkeleton>
  );
}
