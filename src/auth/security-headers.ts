/** Where the headers are for. */
export interface HeaderContext {
  nonce: string;
  /** True where people reach the app over https: only then HSTS, and no mixed content. */
  https: boolean;
  /** `next dev` evaluates code and injects styles. */
  development: boolean;
}

/**
 * Scripts and styles run only with this response's nonce, or when such a script loads them. Style attributes are
 * allowed, since Mantine sets sizes with them; they cannot load anything that `img-src` and `font-src` refuse.
 */
export function contentSecurityPolicy({ nonce, https, development }: HeaderContext): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
  ];
  if (https) directives.push('upgrade-insecure-requests');
  return directives.join('; ');
}

/** Every header that a response of ours carries for security, by lower-case name. */
export function securityHeaders(context: HeaderContext): Record<string, string> {
  const headers: Record<string, string> = {
    'content-security-policy': contentSecurityPolicy(context),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
  if (context.https) headers['strict-transport-security'] = 'max-age=63072000; includeSubDomains';
  return headers;
}

/** The same for data, which no page is made of: nothing may be loaded or framed. */
export function dataHeaders(https: boolean): Record<string, string> {
  const policy = "default-src 'none'; frame-ancestors 'none'";
  return { ...securityHeaders({ nonce: '', https, development: false }), 'content-security-policy': policy };
}
