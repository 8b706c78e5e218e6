'use client';

import { Alert, Button, Group, PasswordInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import classes from './endpoint.module.css';
import { type Answered, addressOf, sendRequest, type TryField } from './send-request';

export interface TryRequest {
  method: string;
  path: string;
  fields: TryField[];
  /** JSON text; null where it takes none. */
  body: string | null;
  /** Whether it needs somebody. */
  isProtected: boolean;
}

/** The token for all endpoints of the page: in this script's memory, so that it is gone with the page. */
let token = '';
const listeners = new Set<() => void>();
function keepToken(value: string): void {
  token = value;
  for (const tell of listeners) tell();
}
function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** What is filled in, sent once it was confirmed where it changes something. */
export function TryForm({ request }: { request: TryRequest }) {
  const { method, path, fields, isProtected } = request;
  const own = useSyncExternalStore(subscribe, () => token);
  const [values, setValues] = useState(() => Object.fromEntries(fields.map(({ name }) => [name, ''])));
  const [body, setBody] = useState(request.body);
  const [asking, setAsking] = useState(false);
  const { send, sending, answered, failed } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (method !== 'GET' && !asking) return setAsking(true);
    setAsking(false);
    const headers = Object.fromEntries(
      fields.flatMap(({ name, in: place }) => (place === 'header' && values[name] ? [[name, values[name]]] : [])),
    );
    const address = addressOf(path, fields, values);
    void send({ method, address, headers, token: isProtected ? own.trim() : '', body: body ?? undefined });
  };
  return (
    <form onSubmit={submit} aria-label={`Try ${method} ${path}`}>
      <Stack mt="md">
        {isProtected ? <TokenField value={own} /> : null}
        {fields.map(({ name, required, example, about }) => (
          <TextInput
            key={name}
            label={name}
            required={required}
            description={about}
            placeholder={example}
            value={values[name] ?? ''}
            onChange={({ currentTarget: { value } }) => setValues((before) => ({ ...before, [name]: value }))}
          />
        ))}
        {body === null ? null : (
          <Textarea
            label="Body"
            rows={Math.min(16, body.split('\n').length + 1)}
            spellCheck={false}
            classNames={{ input: classes.json }}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
        )}
        {asking ? (
          <Alert color="ember" variant="light" role="alert" title="This is no rehearsal">
            {method === 'DELETE' ? 'It deletes at once, and cannot be taken back.' : 'It changes what is stored here.'}
          </Alert>
        ) : null}
        <Group gap="sm">
          <Button type="submit" loading={sending} color={asking && method === 'DELETE' ? 'red' : 'pine'}>
            {asking ? `Yes, send ${method}` : 'Send'}
          </Button>
          {asking ? (
            <Button variant="default" onClick={() => setAsking(false)}>
              Cancel
            </Button>
          ) : null}
        </Group>
        <div role="status">
          {failed ? <Text size="sm">Nothing came back. Are you online?</Text> : null}
          {answered ? <Answer answered={answered} /> : null}
        </div>
      </Stack>
    </form>
  );
}

function useSending() {
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const send = async (request: Parameters<typeof sendRequest>[0]) => {
    setSending(true);
    setFailed(false);
    setAnswered(null);
    await sendRequest(request).then(setAnswered, () => setFailed(true));
    setSending(false);
  };
  return { send, sending, answered, failed };
}

function TokenField({ value }: { value: string }) {
  return (
    <PasswordInput
      label="API token"
      description="Kept in this page only and gone when you leave it. Empty: as you are signed in here."
      placeholder="mon_…"
      autoComplete="off"
      value={value}
      onChange={(event) => keepToken(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the token', tabIndex: 0 }}
    />
  );
}

function Answer({ answered: { status, headers, text, tookMs } }: { answered: Answered }) {
  return (
    <Stack gap={6}>
      <Text size="sm">
        <strong>{status}</strong> after {Math.round(tookMs)} ms
        {headers.map(([name, value]) => ` · ${name} ${value}`)}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <pre className={classes.answer} tabIndex={0}>
        {text}
      </pre>
    </Stack>
  );
}
