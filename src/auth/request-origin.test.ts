import { expect, it } from 'vitest';
import { clientAddress, PEER_ADDRESS_HEADER, requestOrigin } from './request-origin';

const headers = new Headers({ 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.0.0.2', 'x-monitors-peer': '198.51.100.1' });

it('takes the socket when no proxy is trusted', () => expect(clientAddress(headers, 0)).toBe('198.51.100.1'));
it('counts trusted hops from the right', () => {
  expect(clientAddress(headers, 1)).toBe('10.0.0.2');
  expect(clientAddress(headers, 2)).toBe('203.0.113.7');
});
it('is unknown when there are fewer entries than hops, or no address in the entry', () => {
  expect(clientAddress(headers, 4)).toBeNull();
  expect(clientAddress(new Headers({ 'x-forwarded-for': '<script>' }), 1)).toBeNull();
  expect(clientAddress(new Headers(), 0)).toBeNull();
});

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
