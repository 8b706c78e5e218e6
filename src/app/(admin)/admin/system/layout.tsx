import type { ReactNode } from 'react';
import { SystemPlaces } from './_components/system-places';

/** The pages of the system itself, one below the other in the administration's navigation. */
export default function SystemLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SystemPlaces />
      {children}
    </>
  );
}
