import { expect, it } from 'vitest';
import { clientAddress } from './client-address';

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
