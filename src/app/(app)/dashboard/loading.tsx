import { PageHeading } from '@/ui/shell/page-heading';
import { CardSkeletons, MeterSkeleton } from './_components/card-skeletons';

export default function DashboardLoading() {
  return (
    <>
      <PageHeading title="My monitors" />
      <MeterSkeleton />
      <CardSkeletons />
    </>
  );
}
