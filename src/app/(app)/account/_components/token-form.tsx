'use client';

import { Alert, Button, Checkbox, Code, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NewApiToken, TokenScope } from '@/domain/account/account-access';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, zodValidate } from '@/ui/form/zod-validate';
import { SCOPE_WORDS } from './scope-words';

const START: { name: string; scopes: TokenScope[] } = { name: '', scopes: ['read'] };

/** Makes an API token and shows its secret, this once. */
export function TokenForm() {
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
        {create.data ? <NewSecret name={create.data.name} secret={create.data.secret} /> : null}
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

function NewSecret({ name, secret }: { name: string; secret: string }) {
  return (
    <Alert color="pine" variant="light" role="status" title={`“${name}” is made. Copy it now: it is not shown again.`}>
      <Group gap="sm">
        <Code style={{ overflowWrap: 'anywhere' }} data-testid="new-token">
          {secret}
        </Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" mt="xs">
        Send it as <Code>Authorization: Bearer …</Code>
      </Text>
    </Alert>
  );
}
