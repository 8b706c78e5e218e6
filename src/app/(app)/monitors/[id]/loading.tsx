import { Card, Skeleton, VisuallyHidden } from '@mantine/core';
import { CardSkeleton } from '@/ui/shell/page-skeleton';
import classes from './_components/monitor-detail.module.css';

/** The header, the value with its chart, and what stands beside them, each in its place. */
export default function MonitorLoading() {
  return (
    <>
      <VisuallyHidden role="status">Loading…</VisuallyHidden>
      <div className={classes.top} aria-hidden="true">
        <Skeleton height={14} width={90} />
        <div className={classes.heading}>
          <div>
            <Skeleton height={34} width={260} mb={8} />
            <Skeleton height={14} width={110} />
          </div>
          <div className={classes.actions}>
            <Skeleton height={36} width={120} radius="md" />
            <Skeleton height={36} width={260} radius="md" visibleFrom="sm" />
          </div>
        </div>
      </div>
      <div className={classes.grid} aria-hidden="true">
        <div className={classes.contract}>
          <CardSkeleton lines={5} />
        </div>
        <div className={classes.main}>
          <Card>
            <Skeleton height={38} width={150} mb="sm" />
            <Skeleton height={14} width="55%" mb="lg" />
            <Skeleton height={16} width="70%" />
          </Card>
          <Card>
            <Skeleton height={268} radius="md" />
          </Card>
        </div>
        <div className={classes.aside}>
          <CardSkeleton lines={4} />
        </div>
      </div>
    </>
  );
}
