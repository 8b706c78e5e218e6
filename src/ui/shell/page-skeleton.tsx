import { Card, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHeading } from './page-heading';

interface PageSkeletonProps {
  title: string;
  /** In the place of the shapes that most pages have: rows. */
  children?: ReactNode;
}

/** A page that is on its way: its name at once, and below it the shape of what comes. */
export function PageSkeleton({ title, children = <RowsSkeleton /> }: PageSkeletonProps) {
  return (
    <>
      <PageHeading
        title={title}
        description={<Skeleton component="span" display="block" height={18} mt={6} w="min(26rem, 70vw)" />}
      />
      <VisuallyHidden role="status">Loading…</VisuallyHidden>
      <div aria-hidden="true">{children}</div>
    </>
  );
}

/** A page that tells of figures first, and then in rows. */
export function FiguresSkeleton({ title }: { title: string }) {
  return (
    <PageSkeleton title={title}>
      <Stack gap="lg">
        <CardSkeleton lines={4} />
        <RowsSkeleton rows={5} />
      </Stack>
    </PageSkeleton>
  );
}

interface RowsSkeletonProps {
  rows?: number;
  /** As high as a row of what comes, in px. */
  height?: number;
}

/** Rows of a list or a table. */
export function RowsSkeleton({ rows = 8, height = 48 }: RowsSkeletonProps) {
  return (
    <Stack gap="sm">
      {keys(rows).map((key) => (
        <Skeleton key={key} height={height} radius="md" />
      ))}
    </Stack>
  );
}

/** A card with a title and so many lines. */
export function CardSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <Card>
      <Skeleton height={16} width={140} mb="lg" />
      <Stack gap={14}>
        {keys(lines).map((key, at) => (
          <Skeleton key={key} height={14} width={`${80 - (at % 3) * 15}%`} />
        ))}
      </Stack>
    </Card>
  );
}

const keys = (count: number) => Array.from({ length: count }, (_, at) => `part ${at}`);
