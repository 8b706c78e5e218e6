import type { Metadata } from 'next';
import { getEnv } from '@/env';
import { PrivacyText } from './_components/privacy-text';

export const metadata: Metadata = { title: 'Privacy' };

export default function PrivacyPage() {
  return <PrivacyText settings={getEnv()} />;
}
