import { Anchor, Code, Container, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { openApiDocument } from '@/trpc/rest/document';
import { PageHeading } from '@/ui/shell/page-heading';
import { Endpoint, type Operation, Prose } from './_components/endpoint';
import type { Schemas } from './_components/schema-text';

export const metadata: Metadata = { title: 'API' };

interface Listed {
  method: string;
  path: string;
  tag: string;
  operation: Operation;
}

/** The document's type knows references that ours does not have; what the page shows of it is plain data. */
function listOperations(paths: unknown): Listed[] {
  const items = paths as Record<string, Record<string, Operation & { tags?: string[] }>>;
  return Object.entries(items).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      tag: operation.tags?.[0] ?? '',
      operation,
    })),
  );
}

const example = (server: string) => `curl ${server}/api/monitors \\
  -H 'Authorization: Bearer mon_…' \\
  -H 'Content-Type: application/json' \\
  -d '{"prompt": "Tell me when the headphones at https://shop.example/headphones cost less than $300"}'`;

/** The contract for people, made of the same document that machines get. */
export default function ApiPage() {
  const { info, paths, components, tags = [], servers } = openApiDocument();
  const operations = listOperations(paths);
  const schemas = (components?.schemas ?? {}) as Schemas;
  return (
    <Container size="lg" py="xl">
      <PageHeading
        title="API"
        description={
          <>
            For machines: <Anchor href="/api/openapi.json">/api/openapi.json</Anchor> (OpenAPI 3.1)
          </>
        }
      />
      <Stack gap="xl">
        <Stack gap="sm">
          <Prose text={info.description ?? ''} />
          <Text fw={600}>A first monitor</Text>
          <Code block tabIndex={0} style={{ overflowX: 'auto' }}>
            {example(servers?.[0]?.url ?? '')}
          </Code>
        </Stack>
        {tags.map(({ name }) => (
          <Stack key={name} gap="md">
            <Title order={2}>{name}</Title>
            {operations
              .filter((listed) => listed.tag === name)
              .map(({ method, path, operation }) => (
                <Endpoint key={`${method} ${path}`} {...{ method, path, operation, schemas }} />
              ))}
          </Stack>
        ))}
      </Stack>
    </Container>
  );
}
