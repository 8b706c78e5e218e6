import type { Metadata } from 'next';
import { LinkButton } from '@/ui/shell/link-button';
import { MessagePage } from '@/ui/shell/message-page';

export const metadata: Metadata = { title: 'Not found' };

export default function AppNotFound() {
  return (
    <MessagePage
      main={false}
      label="404"
      title="There is nothing at this address"
      actions={<LinkButton href="/dashboard">Go to my monitors</LinkButton>}
    >
      It may have been deleted, the address may be misspelt, or it belongs to someone else’s account.
    </MessagePage>
  );
}
