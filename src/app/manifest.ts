import type { MetadataRoute } from 'next';

/** What a browser needs to put the app beside others. The pictures are made by `npm run icons`. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Monitors!',
    short_name: 'Monitors!',
    description: 'Say what you are waiting for on any public web page, and see the proof.',
    start_url: '/dashboard',
    scope: '/',
    display: 'standalone',
    background_color: '#f7f9f8',
    theme_color: '#0c5545',
    lang: 'en',
    dir: 'ltr',
    categories: ['productivity', 'utilities'],
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [{ name: 'New monitor', url: '/monitors/new' }],
  };
}
