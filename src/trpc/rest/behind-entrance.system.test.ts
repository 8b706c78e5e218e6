import { AppRouteRouteModule } from 'next/dist/server/route-modules/app-route/module';
import { NextRequest } from 'next/server';
import { expect, it } from 'vitest';
import { behindEntrance } from './behind-entrance';

type Handle = (request: Request) => Promise<Response>;
type Context = Parameters<AppRouteRouteModule['handle']>[1];

const PAGE = '/api/any/route';
const admitting = () => ({ admit: async () => undefined });
const asSeen = async (request: Request) =>
  Response.json([request.url, request.headers.get('x-a'), await request.text()]);

/** Has Next itself call a route with this handler, as the built app does: what it hands over is a Proxy. */
async function askNext(handle: Handle, method: 'GET' | 'POST', body: string | null): Promise<Response> {
  const route = new AppRouteRouteModule({
    definition: { kind: 'APP_ROUTE', page: PAGE, pathname: '/api/any', filename: 'route', bundlePath: '' } as never,
    userland: () => ({ [method]: behindEntrance(handle, admitting), generateStaticParams: undefined }),
    distDir: '',
    relativeProjectDir: '',
    resolvedPagePath: PAGE,
    nextConfigOutput: undefined,
  });
  await route.ensureUserland();
  const context = {
    renderOpts: { cacheLifeProfiles: {}, experimental: {} },
    previewProps: { previewModeId: 'none' },
    sharedContext: { buildId: 'a build', deploymentId: '' },
  } as unknown as Context;
  const headers = { 'x-a': 'b', 'content-type': 'application/x-www-form-urlencoded' };
  return route.handle(new NextRequest('http://localhost/api/any?q=1', { method, headers, body }), context);
}

it.each([
  ['GET', null, ''],
  ['POST', null, ''],
  ['POST', 'a=b', 'a=b'],
] as const)('hands on a request that can be made into others: %s with body %j', async (method, body, text) => {
  const makes: [string, (request: Request) => Request][] = [
    ['Request', (request) => new Request(request)],
    ['NextRequest', (request) => new NextRequest(request)],
    ['clone', (request) => request.clone()],
    ['itself', (request) => request],
  ];
  for (const [name, make] of makes) {
    const answer = await askNext((request) => asSeen(make(request)), method, body);
    expect([name, await answer.json()]).toEqual([name, ['http://localhost/api/any?q=1', 'b', text]]);
  }
});
