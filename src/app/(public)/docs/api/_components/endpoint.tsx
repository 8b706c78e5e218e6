import { Badge, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './endpoint.module.css';
import { boundsText, type Schema, type Schemas, schemaText } from './schema-text';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

/** An operation of the document, as far as the page shows it. */
export interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  security?: unknown[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>;
}

interface EndpointProps {
  method: string;
  path: string;
  operation: Operation;
  schemas: Schemas;
}

const JSON_TYPE = 'application/json';

function words({ schema = {}, required, description }: Parameter): string {
  const text = [schemaText(schema, {}), boundsText(schema), required ? 'required' : 'optional'];
  return `${text.filter(Boolean).join(', ')}${description ? `. ${description}` : ''}`;
}

function Parameters({ parameters }: { parameters: Parameter[] }) {
  return (
    <dl className={classes.fields}>
      {parameters.map((parameter) => (
        <div key={`${parameter.in} ${parameter.name}`} style={{ display: 'contents' }}>
          <dt>{parameter.name}</dt>
          <dd>
            In the {parameter.in}: {words(parameter)}
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
export function Endpoint({ method, path, operation, schemas }: EndpointProps) {
  const { parameters = [], requestBody, responses = {} } = operation;
  const body = requestBody?.content[JSON_TYPE]?.schema;
  const [status, worked] = Object.entries(responses)[0] ?? [];
  const answer = worked?.content?.[JSON_TYPE]?.schema;
  return (
    <Card component="section" id={operation.operationId ?? path} withBorder padding="lg">
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
        {body ? <Shape label="Body" schema={body} schemas={schemas} /> : null}
        {answer ? <Shape label={`Answer ${status}`} schema={answer} schemas={schemas} /> : null}
      </Stack>
    </Card>
  );
}

const MARKS = /(\*\*[^*]+\*\*|`[^`]+`)/;

/** Bold and code are all the marks that our own descriptions use. */
function marked(text: string): ReactNode[] {
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
