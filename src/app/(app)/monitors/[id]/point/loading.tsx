import { Stack } from '@mantine/core';
import { CardSkeleton, PageSkeleton } from '@/ui/shell/page-skeleton';

export default function PointAgainLoading() {
  return (
    <PageSkeleton title="Point again">
      <Stack gap="md">
        <CardSkeleton lines={4} />
        <CardSkeleton lines={5} />
      </Stack>
    </PageSkeleton>
  );
}
