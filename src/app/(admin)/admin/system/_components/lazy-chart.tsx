'use client';

import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';

/** The chart's library is larger than the pages that need it, and comes after them. */
export const LazyChart = dynamic(() => import('./line-chart').then((module) => module.LineChart), {
  ssr: false,
  loading: () => <Skeleton height={200} radius="md" />,
});
