import { FiguresSkeleton } from '@/ui/shell/page-skeleton';

export default function WebVitalsLoading() {
  return <FiguresSkeleton title="Web Vitals" />;
}
