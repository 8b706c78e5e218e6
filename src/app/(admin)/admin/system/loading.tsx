import { FiguresSkeleton } from '@/ui/shell/page-skeleton';

export default function FiguresLoading() {
  return <FiguresSkeleton title="Figures" />;
}
