import { describe, expect, it } from 'vitest';
import { HeaderList, SentryDsn, ServiceAddress } from './outside-services';

describe('the address of a collector', () => {
  it.each(['http://localhost:4318', 'https://otlp.example.org/otlp'])('may be %s', (text) => {
    expect(ServiceAddress.parse(text)).toBe(text);
  });
  it.each(['localhost:4318', 'grpc://x', 'https://k:hush@x', 'https://x/?key=hush', 'x', 'https://'])(
    'is none: %s',
    (text) => {
      expect(ServiceAddress.safeParse(text).success).toBe(false);
    },
  );
});

describe('headers', () => {
  it('are read by name, and by percent', () => {
    expect(HeaderList.parse('authorization=Bearer%20k=, x-team = a b')).toEqual({
      authorization: 'Bearer k=',
      'x-team': 'a b',
    });
    expect(HeaderList.parse('a=%ff')).toEqual({ a: '%ff' });
  });
  it.each(['authorization', 'a=b,', 'a b=c', 'a=%zz', 'a=\u00e4', 'a=b\nc=d'])('are none: %j', (text) => {
    expect(HeaderList.safeParse(text).success).toBe(false);
  });
});

it.each([
  ['https://0123456789abcdef@o1.ingest.sentry.io/42', true],
  ['http://key@sentry.lan/sub/7', true],
  ['https://o1.ingest.sentry.io/42', false],
  ['https://key@sentry.lan', false],
  ['https://key:secret@sentry.lan/7', false],
  ['https://key@sentry.lan/7?x', false],
  ['key@sentry.lan/7', false],
])('%s is a DSN: %s', (text, is) => {
  expect(SentryDsn.safeParse(text).success).toBe(is);
});
