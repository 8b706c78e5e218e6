'use client';

import { ErrorPage } from '@/ui/shell/error-page';

export default function AdminError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorPage {...props} main={false} home={{ href: '/admin', label: 'Administration' }} />;
}
