import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import type { Browser, BrowserContext } from 'playwright-core';
import { withTimeout } from './look-end';
import { closeWaysOut, DEAD_END, withSandbox } from './request-interception';

const PROOF_MS = 15_000;
const PAGE = 'https://proof.invalid/';
const FRAME = 'https://frame.invalid/';

/** What a page of ours found: the ways that are tried, each with "closed" or what was open. */
type Found = Record<string, string>;

/**
 * Proves that pages of a remote browser can send nothing past our road: by every way that leads to a window, WebRTC
 * must be gone, and no datagram may reach a socket of ours. Throws an Error that says what to do where it does not.
 */
export async function proveClosed(browser: Browser, endpoint: string, close = closeWaysOut): Promise<void> {
  const canary = await openCanary(await addressTowards(endpoint));
  const context = await browser.newContext({
    serviceWorkers: 'block',
    proxy: { server: DEAD_END, bypass: '<-loopback>' },
  });
  try {
    await close(context);
    const found = await withTimeout(tryWays(context, canary.address), PROOF_MS, 'proving that WebRTC is closed');
    const open = Object.entries(found).filter(([, state]) => state !== 'closed');
    if (open.length === 0 && canary.heard() === 0) return;
    throw new Error([...open.map((way) => way.join(': ')), `${canary.heard()} datagrams`].join(', '));
  } catch (error) {
    throw new Error(
      'The remote browser (BROWSER_WS_ENDPOINT) is not used: it does not prove that pages cannot reach private ' +
        'addresses from it by WebRTC. Use a current Chromium, or unset BROWSER_WS_ENDPOINT.',
      { cause: error },
    );
  } finally {
    await context.close().catch(() => undefined);
    canary.close();
  }
}

async function tryWays(context: BrowserContext, canary: string): Promise<Found> {
  const page = await context.newPage();
  await context.route('**/*', (route) => {
    const body = route.request().url() === PAGE ? provingPage(canary) : provingFrame(canary, 'a frame of another site');
    return route.fulfill({ status: 200, headers: withSandbox({ 'content-type': 'text/html' }), body });
  });
  await page.goto(PAGE);
  return page.evaluate<Found>('proven');
}

/** Defines `state(window)`: "closed", or "open" after it has sent datagrams to the canary. */
function opener(canary: string): string {
  return `const state = (of) => {
    const Connection = of.RTCPeerConnection ?? of.webkitRTCPeerConnection;
    if (Connection === undefined) return "closed";
    const made = new Connection({ iceServers: [{ urls: "stun:${canary}" }] });
    made.createDataChannel("x");
    made.createOffer().then((offer) => made.setLocalDescription(offer));
    return "open";
  };`;
}

/** A document in a frame that tells the page what it finds in itself. */
function provingFrame(canary: string, name: string): string {
  const tell = `top.postMessage([${JSON.stringify(name)}, state(self)], "*")`;
  return `<!doctype html><script>${opener(canary)} ${tell}</script>`;
}

/** Tries all ways to a window of its own, and ends with what was found in `proven`. */
function provingPage(canary: string): string {
  const literal = (text: string) => JSON.stringify(text).replaceAll('</', '<\\/');
  const inner = (name: string) => literal(provingFrame(canary, name));
  return `<!doctype html><body><script>
    ${opener(canary)}
    const told = {};
    const TOLD = ["a frame of another site", "a written frame", "a sandboxed frame", "a data frame", "a blob frame"];
    const frame = (set) => {
      const made = document.createElement("iframe");
      set(made);
      document.body.append(made);
      return made.contentWindow;
    };
    const proven = new Promise((resolve) => {
      addEventListener("message", ({ data: [name, found] }) => {
        told[name] = found;
        if (TOLD.every((one) => one in told)) resolve(told);
      });
    }).then(async () => {
      told["WebTransport"] = await transport();
      // Datagrams that were sent have had time to come.
      if (Object.values(told).includes("open")) await new Promise((resolve) => setTimeout(resolve, 1000));
      return told;
    });
    const transport = () => {
      if (self.WebTransport === undefined) return "closed";
      return new WebTransport("https://${canary}/").ready.then(() => "open", () => "closed");
    };
    told["the page"] = state(self);
    told["an empty frame, at once"] = state(frame(() => {}));
    told["a frame that was opened anew"] = (() => {
      const within = frame(() => {});
      within.document.open();
      within.document.close();
      return state(within);
    })();
    told["another window"] = (() => {
      const other = open("");
      return other === null ? "closed" : state(other);
    })();
    frame((made) => { made.src = "${FRAME}" });
    frame((made) => { made.srcdoc = ${inner('a written frame')} });
    frame((made) => { made.sandbox = "allow-scripts"; made.srcdoc = ${inner('a sandboxed frame')} });
    frame((made) => { made.src = "data:text/html," + encodeURIComponent(${inner('a data frame')}) });
    frame((made) => { made.src = URL.createObjectURL(new Blob([${inner('a blob frame')}], { type: "text/html" })) });
  </script>`;
}

/** Our own address as the remote browser sees it: where datagrams from it would come in. */
function addressTowards(endpoint: string): Promise<string> {
  const { hostname, port, protocol } = new URL(endpoint);
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port || (protocol === 'wss:' ? 443 : 80)) });
    const end = () => {
      resolve(socket.localAddress ?? '127.0.0.1');
      socket.destroy();
    };
    socket.setTimeout(5_000, end).once('connect', end).once('error', end);
  });
}

/** A socket that nothing may send to. */
async function openCanary(host: string) {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  let heard = 0;
  socket.on('message', () => {
    heard += 1;
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, host, resolve);
  });
  const { port } = socket.address();
  return {
    address: `${isIPv6(host) ? `[${host}]` : host}:${port}`,
    heard: () => heard,
    close: () => socket.close(),
  };
}
