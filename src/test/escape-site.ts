import { type FixtureSite, startFixtureSite, type Trap } from './fixture-site';

/** The pages that try to reach the trap; the last one may be read, and so may the first one. */
export const ESCAPES = ['/all', '/windows', '/redirect', '/hop', '/refresh', '/script', '/file'] as const;

/** Of these the words that are no secret are read; the others lead straight into the trap. */
export const READABLE_ESCAPES: readonly string[] = ['/all', '/windows', '/file'];

const WORDS = `<p>${'The page itself is harmless to read. '.repeat(10)}</p>`;

/** A site whose pages try, by every way that a browser knows, to reach a place that is not public. */
export function startEscapeSite({ port }: Trap): Promise<FixtureSite> {
  const target = `127.0.0.1:${port}`;
  return startFixtureSite({
    '/all': `<!doctype html>${waysOfPages(target, port).join('\n')}${WORDS}`,
    '/windows': `<!doctype html><body>${WORDS}<script>${waysOfWindows(target)}</script>`,
    '/window': `<!doctype html><script>${connection(target)} connect(self)</script>`,
    '/redirect': (_, response) => void response.writeHead(302, { location: `http://${target}/r` }).end(),
    '/hop': (_, response) => void response.writeHead(307, { location: '/redirect' }).end(),
    '/refresh': `<meta http-equiv="refresh" content="0; url=http://${target}/refresh">`,
    '/script': `<script>location.replace("http://${target}/script")</script>`,
    '/file': '<script>location.href = "file:///etc/passwd"</script><p>words that stay</p>',
  });
}

/** Defines `connect(window)`, which sends datagrams to the target by the WebRTC of that window. */
function connection(target: string): string {
  return `const kept = [];
    const connect = (of) => {
      const relay = { urls: "turn:${target}", username: "a", credential: "b" };
      const made = new of.RTCPeerConnection({ iceServers: [{ urls: "stun:${target}" }, relay] });
      kept.push(made);
      made.createDataChannel("x");
      made.createOffer().then((offer) => made.setLocalDescription(offer));
    };`;
}

/** WebRTC and WebTransport by every window that a page can come by, and in workers. */
function waysOfWindows(target: string): string {
  const literal = (text: string) => JSON.stringify(text).replaceAll('</', '<\\/');
  const inner = literal(`<script>${connection(target)} connect(self)</script>`);
  return `${connection(target)}
    const attempt = (act) => { try { act() } catch {} };
    const frame = (set = () => {}) => {
      const made = document.createElement("iframe");
      set(made);
      document.body.append(made);
      return made.contentWindow;
    };
    attempt(() => connect(self));
    attempt(() => connect(frame()));
    attempt(() => {
      document.body.insertAdjacentHTML("beforeend", "<iframe></iframe>");
      connect(self[self.length - 1]);
    });
    attempt(() => { const within = frame(); within.document.open(); within.document.close(); connect(within) });
    attempt(() => {
      const within = frame();
      within.location = "about:blank#1";
      setTimeout(() => connect(within), 200);
    });
    attempt(() => {
      const within = frame();
      const deeper = within.document.createElement("iframe");
      within.document.body.append(deeper);
      connect(deeper.contentWindow);
    });
    attempt(() => {
      const object = document.createElement("object");
      object.data = "about:blank";
      document.body.append(object);
      connect(object.contentWindow);
    });
    attempt(() => connect(frame((made) => { made.src = "javascript:'<p>x'" })));
    attempt(() => connect(open("")));
    attempt(() => connect(frame().open("")));
    attempt(() => {
      const link = document.createElement("a");
      Object.assign(link, { href: "about:blank", target: "other", rel: "opener" });
      document.body.append(link);
      link.click();
      setTimeout(() => attempt(() => connect(open("", "other"))), 200);
    });
    frame((made) => { made.srcdoc = ${inner} });
    frame((made) => { made.sandbox = "allow-scripts allow-popups"; made.srcdoc = ${inner} });
    frame((made) => { made.src = "data:text/html," + encodeURIComponent(${inner}) });
    frame((made) => { made.src = URL.createObjectURL(new Blob([${inner}], { type: "text/html" })) });
    frame((made) => { made.src = "/window" });
    frame((made) => { made.src = "http://localhost:" + location.port + "/window" });
    attempt(() => new WebTransport("https://${target}/"));
    new Worker(URL.createObjectURL(new Blob(['new WebTransport("https://${target}/"); new RTCPeerConnection()'])));`;
}

/** Everything else that loads, connects or sends. */
function waysOfPages(target: string, port: number): string[] {
  return [
    `<img src="http://${target}/img">`,
    `<link rel="stylesheet" href="http://${target}/css"><link rel="preload" as="script" href="http://${target}/p">`,
    `<link rel="prefetch" href="http://${target}/f">`,
    `<link rel="preconnect" href="http://${target}/"><link rel="dns-prefetch" href="//localhost:${port}">`,
    `<script src="http://${target}/js"></script><script type="module" src="http://localhost:${port}/m"></script>`,
    `<iframe src="http://${target}/frame"></iframe>`,
    `<object data="http://[::1]:${port}/o"></object><embed src="http://${target}/e">`,
    `<video src="http://${target}/v" autoplay></video><audio src="http://0.0.0.0:${port}/a" autoplay></audio>`,
    `<form id="form" action="http://${target}/form" method="post" target="_blank"></form>`,
    `<script>
      fetch("http://${target}/fetch", { mode: "no-cors" }).catch(() => {});
      fetch("http://${target}/post", { method: "POST", body: "x", mode: "no-cors" }).catch(() => {});
      new WebSocket("ws://${target}/ws"); new WebSocket("wss://${target}/wss"); new EventSource("http://${target}/es");
      navigator.sendBeacon("http://${target}/beacon", "x"); new Image().src = "http://2130706433:${port}/i";
      const work = 'fetch("http://${target}/worker",{mode:"no-cors"}).catch(()=>{});new WebSocket("ws://${target}/w")';
      new Worker(URL.createObjectURL(new Blob([work])));
      window.open("http://${target}/popup"); document.getElementById("form").submit();
      try {
        const relay = { urls: "turn:${target}?transport=tcp", username: "a", credential: "b" };
        const made = new RTCPeerConnection({ iceServers: [{ urls: "stun:${target}" }, relay] });
        made.createDataChannel("x");
        made.createOffer().then((offer) => made.setLocalDescription(offer));
      } catch {}
      navigator.serviceWorker && navigator.serviceWorker.register("/sw.js").catch(() => {});
      new SharedWorker("data:text/javascript,fetch('http://${target}/shared',{mode:'no-cors'})");
      import("http://${target}/import").catch(() => {}); new XMLHttpRequest().open("GET", "http://${target}/xhr");
    </script>`,
    `<style>@import "http://${target}/import.css"; body { background: url(http://${target}/bg) }</style>`,
    `<style>@font-face { font-family: x; src: url(http://${target}/font) }</style>`,
    '<p style="font-family:x">words of the page</p>',
  ];
}
