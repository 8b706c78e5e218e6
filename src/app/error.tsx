'use client';

import { ErrorPage } from '@/ui/shell/error-page';

export default function RootError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorPage {...props} home={{ href: '/', label: 'Start page' }} />;
}
