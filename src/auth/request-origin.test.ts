import { expect, it } from 'vitest';
import { PEER_ADDRESS_HEADER } from './client-address';
import { requestOrigin } from './request-origin';

const from = (address: string) => requestOrigin(new Headers({ [PEER_ADDRESS_HEADER]: address })).ip;

it('gives addresses in their canonical form', () => {
  expect(from('::ffff:81.2.69.160')).toBe('81.2.69.160');
  expect(from('2A02:0001:0:0:0:0:0:9')).toBe('2a02:1::9');
  expect(from('fe80::1%eth0')).toBe('fe80::1');
});

it('knows none where there is none', () => {
  expect(from('::::')).toBeNull();
  expect(from('unknown')).toBeNull();
  expect(requestOrigin(new Headers())).toEqual({ ip: null, userAgent: null });
});

it('keeps at most 300 characters of the browser', () => {
  expect(requestOrigin(new Headers({ 'user-agent': 'x'.repeat(900) })).userAgent).toHaveLength(300);
});
