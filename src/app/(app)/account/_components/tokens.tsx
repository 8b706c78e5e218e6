'use client';

import { Button, Card, Checkbox, Divider, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { NewApiToken, TokenScope } from '@/domain/account/account-access';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, zodValidate } from '@/ui/form/form-values';
import { useLocale } from '@/ui/locale';
import { notify } from '@/ui/notify';
import { TextLink } from '@/ui/shell/link-button';
import { formatDateTime } from '@/ui/time/time-words';
import { NewSecret } from './new-secret';

/** What a scope allows, for people. */
const SCOPE_WORDS: Record<TokenScope, string> = {
  read: 'see monitors, values and history',
  refresh: 'check monitors now',
  write: 'make, change and delete monitors',
};

const complain = (error: unknown) =>
  notify({ color: 'red', title: 'Not revoked', message: readFailure(error).message });

/** The person's API tokens, and the way to make and to revoke one. */
export function TokenList({ timeZone }: { timeZone: string }) {
  const locale = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const tokens = useQuery(trpc.account.tokens.queryOptions());
  const refetch = () => queryClient.invalidateQueries(trpc.account.tokens.queryFilter());
  const revoke = useMutation(trpc.account.revokeToken.mutationOptions({ onSettled: refetch, onError: complain }));
  return (
    <Card component="section" aria-labelledby="tokens">
      <Title order={2} fz="h4" id="tokens" mb={4}>
        API tokens
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        For programs of yours. A token works until you revoke it, also after you sign out. What it can do is in{' '}
        <TextLink href="/docs/api" size="sm">
          the contract
        </TextLink>
        .
      </Text>
      <Stack gap="md">
        {tokens.data?.map((token) => (
          <Group key={token.id} justify="space-between" wrap="nowrap">
            <div>
              <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
                {token.name}{' '}
                <Text span c="dimmed" size="sm">
                  …{token.hint}
                </Text>
              </Text>
              <Text size="sm" c="dimmed">
                May {token.scopes.map((scope) => SCOPE_WORDS[scope]).join('; ')} ·{' '}
                {token.lastUsedAt ? `last used ${formatDateTime(token.lastUsedAt, timeZone, locale)}` : 'never used'}
              </Text>
            </div>
            <Button
              variant="subtle"
              size="xs"
              style={{ flex: 'none' }}
              aria-label={`Revoke ${token.name}`}
              onClick={() => revoke.mutate({ id: token.id })}
            >
              Revoke
            </Button>
          </Group>
        ))}
        {tokens.data && tokens.data.length > 0 ? <Divider /> : null}
        <TokenForm />
      </Stack>
    </Card>
  );
}

const START: { name: string; scopes: TokenScope[] } = { name: '', scopes: ['read'] };

/** Makes an API token and shows its secret, this once. */
function TokenForm() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: START, validate: zodValidate(NewApiToken) });
  const create = useMutation(
    trpc.account.createToken.mutationOptions({
      onSuccess: () => {
        form.reset();
        return queryClient.invalidateQueries(trpc.account.tokens.queryFilter());
      },
      onError: (error) => form.setErrors(firstMessages(readFailure(error).fields)),
    }),
  );
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
      <Stack>
        <FormAlert message={create.isError ? readFailure(create.error).message : null} />
        {create.data ? <NewSecret {...create.data} /> : null}
        <TextInput label="Name" placeholder="What will use it, e.g. my phone" {...form.getInputProps('name')} />
        <Checkbox.Group label="It may" {...form.getInputProps('scopes')}>
          <Stack gap={8} mt={6}>
            {TokenScope.options.map((scope) => (
              <Checkbox key={scope} value={scope} label={SCOPE_WORDS[scope]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group>
          <Button type="submit" variant="default" loading={create.isPending}>
            Make a token
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
