'use client';

import { usePathname } from 'next/navigation';
import { Link } from '@/ui/shell/link';
import classes from './system.module.css';

const PLACES = [
  { href: '/admin/system', label: 'Figures' },
  { href: '/admin/system/failing', label: 'Failing monitors' },
  { href: '/admin/system/in-flight', label: 'Under way' },
  { href: '/admin/system/queues', label: 'Queues' },
  { href: '/admin/system/storage', label: 'Storage' },
  { href: '/admin/system/vitals', label: 'Web Vitals' },
] as const;

export function SystemPlaces() {
  const path = usePathname();
  return (
    <nav aria-label="System" className={classes.places}>
      {PLACES.map(({ href, label }) => (
        <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
