import type { EgressProxy } from '@/scrape/egress/egress-proxy';
import type { ProxyPass } from '@/scrape/egress/proxy-pass';
import { talk } from './loopback';

export const portOf = (proxy: EgressProxy) => Number(new URL(proxy.server).port);

export const token = (pass: ProxyPass) =>
  `Proxy-Authorization: Basic ${Buffer.from(`${pass.username}:${pass.password}`).toString('base64')}\r\n`;

/** Asks for a URL as a browser asks a proxy for plain http. */
export const plainThrough = (proxy: EgressProxy, pass: ProxyPass, url: string, method = 'GET') =>
  talk(portOf(proxy), `${method} ${url} HTTP/1.1\r\nHost: x.example\r\n${token(pass)}Connection: close\r\n\r\n`);

/** Opens a tunnel and asks for "/in" in it. */
export const tunnelThrough = (proxy: EgressProxy, pass: ProxyPass, target: string) =>
  talk(
    portOf(proxy),
    `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${token(pass)}\r\n` +
      'GET /in HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n',
  );

/** Headers of an answer as Playwright gives them. */
export const headersOf = (answer: string) =>
  Object.fromEntries(
    (answer.split('\r\n\r\n')[0] ?? '')
      .split('\r\n')
      .slice(1)
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
