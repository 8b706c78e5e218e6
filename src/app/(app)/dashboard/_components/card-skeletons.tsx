import { Skeleton } from '@mantine/core';
import classes from './dashboard.module.css';

/** As large as the cards that come. */
export function CardSkeletons({ count = 4 }: { count?: number }) {
  return (
    <div className={classes.grid} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => `card-${index}`).map((key) => (
        <Skeleton key={key} height={232} radius="lg" />
      ))}
    </div>
  );
}

/** As high as the line that comes. */
export function MeterSkeleton() {
  return (
    <div className={classes.meters} aria-hidden="true">
      <Skeleton height={20} width={360} />
    </div>
  );
}
