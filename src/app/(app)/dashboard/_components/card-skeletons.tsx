import { Skeleton } from '@mantine/core';
import classes from './monitor-card.module.css';

/** As large as the cards that come. */
export function CardSkeletons({ count = 3 }: { count?: number }) {
  return (
    <div className={classes.grid} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => `card-${index}`).map((key) => (
        <Skeleton key={key} height={330} radius="lg" />
      ))}
    </div>
  );
}
