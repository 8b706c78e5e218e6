import { FiguresSkeleton } from '@/ui/shell/page-skeleton';

export default function AlertsLoading() {
  return <FiguresSkeleton title="Alerts" />;
}
