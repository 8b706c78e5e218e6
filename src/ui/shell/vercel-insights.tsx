'use client';

import { useEffect } from 'react';

/**
 * Vercel's Web Analytics and Speed Insights. A constant of the build (next.config.mjs) decides: in any other build the
 * scripts are not even a file that could be loaded.
 */
export function VercelInsights() {
  useEffect(() => {
    // biome-ignore lint/style/noProcessEnv: a constant of the build; in another form the bundle gets all of it
    if (process.env.VERCEL_INSIGHTS === 'on') void import('./tell-vercel').then(({ tellVercel }) => tellVercel());
  }, []);
  return null;
}
