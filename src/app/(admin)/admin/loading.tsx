import { FiguresSkeleton } from '@/ui/shell/page-skeleton';

export default function OverviewLoading() {
  return <FiguresSkeleton title="Overview" />;
}
