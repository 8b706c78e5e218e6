import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, dataHeaders, securityHeaders } from './security-headers';

const live = { nonce: 'abc123', https: true, development: false };

/** The sources of one directive. */
function sources(policy: string, name: string): string[] {
  const directive = policy.split('; ').find((part) => part.startsWith(`${name} `));
  return directive?.split(' ').slice(1) ?? [];
}

describe('contentSecurityPolicy', () => {
  it('lets no script or style element run without the nonce', () => {
    const policy = contentSecurityPolicy(live);
    expect(sources(policy, 'script-src')).toEqual(["'self'", "'nonce-abc123'", "'strict-dynamic'"]);
    expect(sources(policy, 'style-src')).toEqual(["'self'", "'nonce-abc123'"]);
    expect(sources(policy, 'frame-ancestors')).toEqual(["'none'"]);
  });

  it('loosens evaluation for development only', () => {
    expect(contentSecurityPolicy(live)).not.toContain('unsafe-eval');
    expect(contentSecurityPolicy({ ...live, development: true })).toContain("'unsafe-eval'");
  });
});

describe('securityHeaders', () => {
  it('promises https only where people use it', () => {
    expect(securityHeaders(live)['strict-transport-security']).toMatch(/max-age=\d{7,}/);
    const local = securityHeaders({ ...live, https: false });
    expect(local['strict-transport-security']).toBeUndefined();
    expect(local['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });
});

describe('dataHeaders', () => {
  it('lets nothing be loaded or framed, and promises what pages promise', () => {
    const headers = dataHeaders(true);
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(Object.keys(headers).sort()).toEqual(Object.keys(securityHeaders(live)).sort());
  });
});
