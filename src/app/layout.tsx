import '@fontsource-variable/inter';
import './global.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { SkipLink } from '@/ui/shell/skip-link';
import { Providers } from './_components/providers';

export const metadata: Metadata = {
  title: { default: 'Monitors! Say what you are waiting for', template: '%s · Monitors!' },
  description:
    'Write one sentence about any public web page. Monitors! reads the value, proves it with a quote and a ' +
    'picture, and mails you when your condition is met.',
  applicationName: 'Monitors!',
  formatDetection: { telephone: false, email: false, address: false },
};

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
      </head>
      <body>
        <SkipLink />
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
