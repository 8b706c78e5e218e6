'use client';

import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sameTag } from '@/domain/dashboard/same-tag';
import { LIMITS } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import type { Item } from '../view/choose';
import { tagsOf } from '../view/choose';
import classes from './bulk.module.css';

interface TagModalProps {
  /** Whose tags are changed, as they are now. */
  items: readonly Item[];
  /** All of the person's tags, to choose from. */
  known: readonly string[];
  onClose: () => void;
}

function useTagging(items: readonly Item[]) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const tagging = useMutation(
    trpc.dashboard.tag.mutationOptions({
      onSuccess: (tagged) => {
        const after = new Map(tagged.map(({ id, tags }) => [id, tags]));
        queryClient.setQueryData(trpc.dashboard.cards.queryKey(), (cards) =>
          cards?.map((card) => ({ ...card, tags: after.get(card.id) ?? card.tags })),
        );
      },
    }),
  );
  const monitorIds = items.map(({ monitor }) => monitor.id);
  return {
    problem: tagging.isError ? readFailure(tagging.error).message : null,
    pending: tagging.isPending,
    add: (tag: string, done: () => void) => tagging.mutate({ monitorIds, add: tag }, { onSuccess: done }),
    remove: (tag: string) => tagging.mutate({ monitorIds, remove: tag }),
  };
}

/** Puts tags on monitors and takes them away; each press is kept at once. */
export function TagModal({ items, known, onClose }: TagModalProps) {
  const [written, write] = useState('');
  const { problem, pending, add, remove } = useTagging(items);
  const tags = tagsOf(items);
  const others = known.filter((tag) => !tags.some((one) => sameTag(one, tag)));
  const [first] = items;
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        <Text fw={650}>
          {items.length === 1 ? `Tags of “${first?.monitor.name}”` : `Tags of ${items.length} monitors`}
        </Text>
      }
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <Stack>
        {tags.length > 0 ? (
          <ul className={classes.tags} aria-label="Tags">
            {tags.map((tag) => (
              <li key={tag}>
                <Button
                  size="compact-sm"
                  variant="light"
                  aria-label={`Take “${tag}” away`}
                  disabled={pending}
                  onClick={() => remove(tag)}
                >
                  {tag} ×
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add(written, () => write(''));
          }}
        >
          <Group align="flex-end" gap="sm" wrap="nowrap">
            <TextInput
              flex={1}
              label="New tag"
              value={written}
              maxLength={LIMITS.tagMax}
              data-autofocus
              onChange={(event) => write(event.currentTarget.value)}
            />
            <Button type="submit" loading={pending} disabled={written.trim() === ''}>
              Add
            </Button>
          </Group>
        </form>
        <FormAlert message={problem} />
        {others.length > 0 ? (
          <div>
            <Text size="sm" c="dimmed" mb={6}>
              Tags that you use
            </Text>
            <ul className={classes.tags}>
              {others.map((tag) => (
                <li key={tag}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Add “${tag}”`}
                    disabled={pending}
                    onClick={() => add(tag, () => undefined)}
                  >
                    + {tag}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </Stack>
    </Modal>
  );
}
