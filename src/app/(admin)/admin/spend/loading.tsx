import { FiguresSkeleton } from '@/ui/shell/page-skeleton';

export default function AiSpendLoading() {
  return <FiguresSkeleton title="AI spend" />;
}
