import '@fontsource-variable/inter';
import './global.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { getEnv } from '@/env';
import { KEEP_EARLY_PRESS } from '@/ui/shell/early-press';
import { SkipLink } from '@/ui/shell/skip-link';
import { VercelInsights } from '@/ui/shell/vercel-insights';
import { WebVitals } from '@/ui/shell/web-vitals';
import { Providers } from './_components/providers';

const description =
  'Write one sentence about any public web page. Monitors! reads the value, proves it with a quote and a ' +
  'picture, and mails you when your condition is met.';

/** Asked for with each page: the address is a setting of who runs this, and a build has no settings. */
export async function generateMetadata(): Promise<Metadata> {
  // Keeps this from being tried while building.
  await headers();
  const title = 'Monitors! Say what you are waiting for';
  return {
    metadataBase: new URL(getEnv().APP_URL),
    title: { default: title, template: '%s · Monitors!' },
    description,
    applicationName: 'Monitors!',
    appleWebApp: { title: 'Monitors!' },
    openGraph: { type: 'website', siteName: 'Monitors!', title, description, locale: 'en_GB' },
    twitter: { card: 'summary_large_image' },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f9f8' },
    { media: '(prefers-color-scheme: dark)', color: '#131917' },
  ],
};

/** Reading the nonce makes every page dynamic, which a nonce needs: no two responses share one. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, and nothing of anybody else */}
        <script suppressHydrationWarning nonce={nonce} dangerouslySetInnerHTML={{ __html: KEEP_EARLY_PRESS }} />
      </head>
      <body>
        <SkipLink />
        <WebVitals />
        <VercelInsights />
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
