import type { Metadata } from 'next';
import { getEnv } from '@/env';
import { HelpText } from './_components/help-text';

export const metadata: Metadata = { title: 'Help' };

export default function HelpPage() {
  return <HelpText settings={getEnv()} />;
}
