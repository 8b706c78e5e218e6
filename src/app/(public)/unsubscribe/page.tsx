import type { Metadata } from 'next';
import { api } from '@/trpc/server';
import { UnsubscribeCard } from '../_components/unsubscribe-card';

export const metadata: Metadata = { title: 'Stop emails', referrer: 'no-referrer', robots: { index: false } };

interface UnsubscribePageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

/** No token is longer; what is, was not made by us. */
const LONGEST = 500;

/**
 * Where the link in an email leads, without a sign-in. Opening it does nothing: programs that look for viruses open
 * links, people press buttons.
 */
export default async function UnsubscribePage({ searchParams }: UnsubscribePageProps) {
  const { token } = await searchParams;
  const given = typeof token === 'string' && token.length <= LONGEST ? token : '';
  const { emails } = await api();
  return <UnsubscribeCard token={given} found={await emails.unsubscription({ token: given })} />;
}
