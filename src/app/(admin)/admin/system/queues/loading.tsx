import { FiguresSkeleton } from '@/ui/shell/page-skeleton';

export default function QueuesLoading() {
  return <FiguresSkeleton title="Queues" />;
}
