import { Card, Skeleton } from '@mantine/core';
import { CardSkeleton } from '@/ui/shell/page-skeleton';
import classes from './prompt-form.module.css';

/** The form on the left, and beside it what a preview will fill. */
export function FormSkeleton() {
  return (
    <div className={classes.columns}>
      <Card>
        <Skeleton height={14} width={190} mb={8} />
        <Skeleton height={104} radius="md" mb="md" />
        <Skeleton height={36} width={96} radius="md" />
      </Card>
      <CardSkeleton lines={6} />
    </div>
  );
}
