'use client';

import { Card, Divider, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { OwnChoices } from './own-choices';
import { PreferenceForm } from './preference-form';
import { Suppressed } from './suppressed';

/** How alerts come by email: of all monitors, and of those with a choice of their own. */
export function Emails({ email }: { email: string }) {
  const trpc = useTRPC();
  const preferences = useQuery(trpc.emails.preferences.queryOptions());
  const { data } = preferences;
  return (
    <Card component="section" aria-labelledby="emails">
      <Title order={2} fz="h4" id="emails" mb={4}>
        Emails
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        How alerts come to you. Whatever you choose, all of them are in your inbox here. Emails about your account, such
        as a new password, are no part of this.
      </Text>
      <FormAlert message={preferences.isError ? readFailure(preferences.error).message : null} />
      {preferences.isPending ? <Skeleton height={320} /> : null}
      {data ? (
        <Stack gap="lg">
          {data.suppression ? <Suppressed email={email} suppression={data.suppression} /> : null}
          <PreferenceForm all={data.all} mostADay={data.mostADay} />
          {data.monitors.length > 0 ? (
            <>
              <Divider />
              <OwnChoices monitors={data.monitors} all={data.all} />
            </>
          ) : null}
        </Stack>
      ) : null}
    </Card>
  );
}
