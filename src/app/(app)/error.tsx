'use client';

import { ErrorPage } from '@/ui/shell/error-page';

export default function AppError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorPage {...props} main={false} home={{ href: '/dashboard', label: 'My monitors' }} />;
}
