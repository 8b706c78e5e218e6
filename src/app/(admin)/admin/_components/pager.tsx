'use client';

import { Group, Pagination, Text } from '@mantine/core';

interface PagerProps {
  /** From 1. */
  page: number;
  total: number;
  pageSize: number;
  onChange: (page: number) => void;
}

/** Pages by number; nothing where all is on one. */
export function Pager({ page, total, pageSize, onChange }: PagerProps) {
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  return (
    <Group justify="space-between" mt="md" gap="sm">
      <Text size="sm" c="dimmed">
        {total.toLocaleString('en')} altogether
      </Text>
      <Pagination
        total={pages}
        value={page}
        onChange={onChange}
        size="sm"
        siblings={0}
        getItemProps={(number) => ({ 'aria-label': `Page ${number}` })}
        getControlProps={(control) => ({ 'aria-label': control === 'next' ? 'Next page' : 'Page before' })}
      />
    </Group>
  );
}
