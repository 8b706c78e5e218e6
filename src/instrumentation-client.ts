import { setNonce } from 'get-nonce';

// The Content-Security-Policy allows no eval and no style without its nonce: zod must not compile its schemas, and
// what Mantine's scroll lock writes into a <style> needs the nonce of this document. zod is not loaded for that: it
// takes over what it finds under this name (instrumentation-client.system.test.ts).
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
if (nonce) setNonce(nonce);
