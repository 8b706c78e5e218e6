import { PageSkeleton } from '@/ui/shell/page-skeleton';

export default function WhitelistLoading() {
  return <PageSkeleton title="Whitelist" />;
}
