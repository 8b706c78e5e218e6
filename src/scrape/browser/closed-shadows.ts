import type { PageWorld } from './page-world';

/**
 * An expression of our world of the page: closed shadow roots by their hosts, as far as `openClosedShadows` found them.
 */
export const CLOSED_SHADOWS = '(globalThis.monitorsClosedShadows ??= new Map())';

const MOST_HOSTS = 50;
/** Roots within roots. */
const MOST_ROUNDS = 3;

/**
 * Elements that may have a closed root, in the document and in all roots known so far: drawn, without an open one, and
 * by name a custom element or one of those that may have a root and here have nothing else.
 */
const HOSTS = `globalThis.monitorsHosts = (() => {
  const known = ${CLOSED_SHADOWS};
  const builtIn = /^(article|aside|blockquote|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
  const [hosts, roots] = [[], [document, ...known.values()]];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      else if (known.has(element)) continue;
      else if (element.localName.includes('-') || (builtIn.test(element.localName) && !element.hasChildNodes())) {
        if (element.offsetHeight >= 8 && element.offsetWidth >= 8) hosts.push(element);
      }
      if (hosts.length >= ${MOST_HOSTS}) return hosts;
    }
  }
  return hosts;
})(); monitorsHosts.length`;

const REMEMBER = `function (root) { ${CLOSED_SHADOWS}.set(this, root); }`;

/** Finds the shadow roots that the page keeps closed to scripts: a person sees what they hold like all else. */
export async function openClosedShadows(world: PageWorld): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const count = await world.evaluate<number>(HOSTS);
    if (count === 0) return;
    const contextId = await world.contextId();
    const found = await Promise.all(Array.from({ length: count }, (_, index) => open(world, contextId, index)));
    if (!found.includes(true)) return;
  }
}

async function open({ session }: PageWorld, contextId: number, index: number): Promise<boolean> {
  const host = await session.send('Runtime.evaluate', { expression: `monitorsHosts[${index}]`, contextId });
  const { objectId } = host.result;
  if (objectId === undefined) return false;
  const { node } = await session.send('DOM.describeNode', { objectId, depth: 0, pierce: true });
  const closed = node.shadowRoots?.find((root) => root.shadowRootType === 'closed');
  if (closed === undefined) return false;
  const { backendNodeId } = closed;
  const root = await session.send('DOM.resolveNode', { backendNodeId, executionContextId: contextId });
  if (root.object.objectId === undefined) return false;
  await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: REMEMBER,
    arguments: [{ objectId: root.object.objectId }],
  });
  return true;
}
