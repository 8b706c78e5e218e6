import { Badge, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CodeExamples } from '@/ui/api/code-examples';
import classes from './endpoint.module.css';
import { aboutParameter, bodyOf, exampleOf, type Listed, type Operation, tryOf } from './read-document';
import { type Schema, type Schemas, schemaText } from './schema-text';
import { TryIt } from './try-it';

interface EndpointProps {
  listed: Listed;
  schemas: Schemas;
  /** Where this installation is, for the examples. */
  server: string;
}

function Parameters({ parameters }: { parameters: NonNullable<Operation['parameters']> }) {
  return (
    <dl className={classes.fields}>
      {parameters.map((parameter) => (
        <div key={`${parameter.in} ${parameter.name}`} style={{ display: 'contents' }}>
          <dt>{parameter.name}</dt>
          <dd>
            In the {parameter.in}: {aboutParameter(parameter)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Shape({ label, schema, schemas }: { label: string; schema: Schema; schemas: Schemas }) {
  return (
    <Stack gap={4}>
      <Text fw={600}>{label}</Text>
      <Code block className={classes.code} tabIndex={0}>
        {schemaText(schema, schemas)}
      </Code>
    </Stack>
  );
}

/** One endpoint: what to send, what comes back. Refusals are the same everywhere and stand at the top of the page. */
export function Endpoint({ listed, schemas, server }: EndpointProps) {
  const { id, method, path, operation } = listed;
  const { parameters = [], responses = {} } = operation;
  const body = bodyOf(operation)?.schema;
  const [status, worked] = Object.entries(responses)[0] ?? [];
  const answer = worked?.content?.['application/json']?.schema;
  return (
    <Card component="section" id={id} aria-label={`${method} ${path}`} withBorder padding="lg">
      <Stack gap="md">
        <Group gap="sm">
          <Badge variant="light" radius="sm">
            {method}
          </Badge>
          <Title order={3} className={classes.path}>
            {path}
          </Title>
          {operation.security ? null : <Badge variant="default">no sign-in needed</Badge>}
        </Group>
        <Text fw={600}>{operation.summary}</Text>
        {operation.description ? <Prose text={operation.description} /> : null}
        {parameters.length > 0 ? <Parameters parameters={parameters} /> : null}
        <CodeExamples request={exampleOf(listed, server)} name={`Example of ${method} ${path}`} />
        {body ? <Shape label="Body" schema={body} schemas={schemas} /> : null}
        {answer ? <Shape label={`Answer ${status}`} schema={answer} schemas={schemas} /> : null}
        <TryIt request={tryOf(listed)} />
      </Stack>
    </Card>
  );
}

const MARKS = /(\*\*[^*]+\*\*|`[^`]+`)/;

/** Bold and code are all the marks that our own descriptions use. */
export function marked(text: string): ReactNode[] {
  return text.split(MARKS).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text never move.
    if (part.startsWith('**')) return <strong key={index}>{part.slice(2, -2)}</strong>;
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    return part.startsWith('`') ? <Code key={index}>{part.slice(1, -1)}</Code> : part;
  });
}

/** A description of the document: paragraphs with bold and code. */
export function Prose({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph) => (
    <Text key={paragraph} maw={760}>
      {marked(paragraph.replace(/\n/g, ' '))}
    </Text>
  ));
}
