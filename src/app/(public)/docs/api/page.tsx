import { Anchor, Container, Stack, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { DIFFERENCES } from '@/trpc/rest/differences';
import { openApiDocument } from '@/trpc/rest/document';
import { PageHeading } from '@/ui/shell/page-heading';
import classes from './_components/api-page.module.css';
import { Contents } from './_components/contents';
import { Endpoint, marked, Prose } from './_components/endpoint';
import { entryOf, listOperations } from './_components/read-document';
import type { Schemas } from './_components/schema-text';

export const metadata: Metadata = { title: 'API' };

/** The contract for people, made of the same document that machines get. */
export default function ApiPage() {
  const { info, paths, components, tags = [], servers } = openApiDocument();
  const listed = listOperations(paths);
  const schemas = (components?.schemas ?? {}) as Schemas;
  const server = servers?.[0]?.url ?? '';
  const groups = tags.map(({ name }) => ({ name, endpoints: listed.filter(({ tag }) => tag === name) }));
  return (
    <Container size="var(--page-width)" px="clamp(1rem, 4vw, 2rem)" py="xl">
      <PageHeading
        title="API"
        description={
          <>
            For machines:{' '}
            <Anchor href="/api/openapi.json" underline="always">
              /api/openapi.json
            </Anchor>{' '}
            (OpenAPI 3.1). Make a token{' '}
            <Anchor href="/account#tokens" underline="always">
              in your account
            </Anchor>
            .
          </>
        }
      />
      <div className={classes.page}>
        <div className={classes.side}>
          <Contents groups={groups.map(({ name, endpoints }) => ({ name, entries: endpoints.map(entryOf) }))} />
        </div>
        <Stack gap="xl" className={classes.body}>
          <Stack gap="sm">
            <Prose text={info.description ?? ''} />
          </Stack>
          {groups.map(({ name, endpoints }) => (
            <Stack key={name} gap="md">
              <Title order={2}>{name}</Title>
              {endpoints.map((one) => (
                <Endpoint key={one.id} listed={one} schemas={schemas} server={server} />
              ))}
            </Stack>
          ))}
          <Differences />
        </Stack>
      </div>
    </Container>
  );
}

function Differences() {
  return (
    <section aria-labelledby="differences">
      <Title order={2} id="differences" mb="md">
        Differences from the plan
      </Title>
      <dl className={classes.differences}>
        {DIFFERENCES.map(({ about, plan, here }) => (
          <div key={about}>
            <dt>{about}</dt>
            <dd>Plan: {marked(plan)}</dd>
            <dd>Here: {marked(here)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
