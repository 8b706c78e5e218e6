import { expect, it } from 'vitest';
import { linkableAddress, sourceHost } from './source-host';

it('names the host of a page', () => {
  expect(sourceHost('https://www.shop.example/a?b=c')).toBe('shop.example');
  expect(sourceHost('http://localhost:3000/samples')).toBe('localhost:3000');
  expect(sourceHost('not an address')).toBe('not an address');
});

it('links to nothing but web pages', () => {
  expect(linkableAddress('https://shop.example/a')).toBe('https://shop.example/a');
  for (const hostile of ['javascript:alert(1)', 'data:text/html,x', ' https://a.example', 'https://']) {
    expect(linkableAddress(hostile)).toBeNull();
  }
});
