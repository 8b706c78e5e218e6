import { PageSkeleton } from '@/ui/shell/page-skeleton';

export default function PeopleLoading() {
  return <PageSkeleton title="People" />;
}
