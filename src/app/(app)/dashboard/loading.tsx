import { PageHeading } from '@/ui/page-heading';
import { CardSkeletons } from './_components/card-skeletons';

export default function DashboardLoading() {
  return (
    <>
      <PageHeading title="My monitors" description="One moment…" />
      <CardSkeletons />
    </>
  );
}
