import { FiguresSkeleton } from '@/ui/shell/page-skeleton';

export default function EmailsLoading() {
  return <FiguresSkeleton title="Emails" />;
}
