'use client';

import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { TokenScope } from '@/domain/account/account-access';
import type { ExampleRequest } from '@/ui/api/request-code';
import { TextLink } from '@/ui/shell/link-button';

/** Nobody needs it before a token was made. */
const CodeExamples = dynamic(() => import('@/ui/api/code-examples').then(({ CodeExamples: shown }) => shown), {
  ssr: false,
});

/** A first request that the token may make: what it sees, else what it does. */
function firstRequest(secret: string, scopes: readonly TokenScope[]): ExampleRequest {
  const monitors = `${window.location.origin}/api/monitors`;
  if (scopes.includes('read')) return { method: 'GET', url: monitors, token: secret };
  if (scopes.includes('refresh')) return { method: 'POST', url: `${monitors}/THE-ID-OF-ONE/refresh`, token: secret };
  const prompt = 'Tell me when the headphones at https://shop.example/headphones cost less than $300';
  return { method: 'POST', url: monitors, token: secret, body: { prompt } };
}

interface NewSecretProps {
  name: string;
  secret: string;
  scopes: readonly TokenScope[];
}

/** The secret of a token that was just made, this once, and how a program uses it. */
export function NewSecret({ name, secret, scopes }: NewSecretProps) {
  return (
    <Alert color="pine" variant="light" role="status" title={`“${name}” is made. Copy it now: it is not shown again.`}>
      <Stack gap="sm">
        <Group gap="sm">
          <Code style={{ overflowWrap: 'anywhere' }} data-testid="new-token">
            {secret}
          </Code>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy} aria-label={copied ? 'Copied' : 'Copy the token'}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </Group>
        <CodeExamples request={firstRequest(secret, scopes)} name="A first request with it" />
        <Text size="sm">
          Everything that it can do is in <TextLink href="/docs/api">the contract</TextLink>.
        </Text>
      </Stack>
    </Alert>
  );
}
