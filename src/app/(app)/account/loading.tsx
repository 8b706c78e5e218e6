import { Stack } from '@mantine/core';
import { CardSkeleton, PageSkeleton } from '@/ui/shell/page-skeleton';

export default function AccountLoading() {
  return (
    <PageSkeleton title="Account">
      <Stack gap="xl" maw={680}>
        <CardSkeleton lines={4} />
        <CardSkeleton lines={6} />
        <CardSkeleton lines={4} />
      </Stack>
    </PageSkeleton>
  );
}
