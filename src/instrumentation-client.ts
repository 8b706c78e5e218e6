import { setNonce } from 'get-nonce';
import { config } from 'zod';

// The Content-Security-Policy allows no eval and no style without its nonce: zod must not compile its schemas, and
// what Mantine's scroll lock writes into a <style> needs the nonce of this document.
config({ jitless: true });
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
if (nonce) setNonce(nonce);
