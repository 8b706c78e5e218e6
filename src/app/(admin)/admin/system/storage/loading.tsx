import { FiguresSkeleton } from '@/ui/shell/page-skeleton';

export default function StorageLoading() {
  return <FiguresSkeleton title="Storage" />;
}
