import { describe, expect, it } from 'vitest';
import { sampleAddress } from './sample-address';

const ORIGIN = 'http://localhost:3000';

describe('the address of a sample page', () => {
  it.each([
    'http://localhost:3000/samples/headphones',
    ' http://localhost:3000/samples/headphones ',
    'HTTP://LOCALHOST:3000/samples/headphones',
    'http://localhost:3000/samples/../samples/headphones',
  ])('is written as ours: %s', (address) => {
    expect(sampleAddress(address, ORIGIN)).toBe('http://localhost:3000/samples/headphones');
  });

  it.each([
    'https://localhost:3000/samples/headphones',
    'http://localhost:3001/samples/headphones',
    'http://localhost/samples/headphones',
    'http://localhost.example.org:3000/samples/headphones',
    'http://localhost:3000@evil.example/samples/headphones',
    'http://me:secret@localhost:3000/samples/headphones',
    'http://evil.example/http://localhost:3000/samples/headphones',
    'http://evil.example/samples/headphones',
    'http://127.0.0.1:3000/samples/headphones',
    'http://localhost:3000/samples/controls',
    'http://localhost:3000/samples/style.css',
    'http://localhost:3000/samples/',
    'http://localhost:3000/samples',
    'http://localhost:3000/samples/headphones/',
    'http://localhost:3000/samples/headphones?next=http://evil.example',
    'http://localhost:3000/samples/headphones#:~:text=Pro',
    'http://localhost:3000/samples/../api/health',
    'http://localhost:3000/samples/%2e%2e/api/health',
    'http://localhost:3000/samples/%68eadphones',
    'http://localhost:3000/samples//headphones',
    'http://localhost:3000/samples/constructor',
    'http://localhost:3000/samples/__proto__',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '/samples/headphones',
    '//localhost:3000/samples/headphones',
    'localhost:3000/samples/headphones',
    '',
    `http://localhost:3000/samples/headphones${'/'.repeat(400)}`,
  ])('is none: %s', (address) => {
    expect(sampleAddress(address, ORIGIN)).toBeNull();
  });
});
