import type { Metadata } from 'next';
import { MessageLink, MessagePage } from '@/ui/shell/message-page';

export const metadata: Metadata = { title: 'Not found' };

export default function AppNotFound() {
  return (
    <MessagePage
      main={false}
      label="404"
      title="There is nothing at this address"
      actions={
        <MessageLink href="/dashboard" first>
          Go to my monitors
        </MessageLink>
      }
    >
      It may have been deleted, the address may be misspelt, or it belongs to someone else’s account.
    </MessagePage>
  );
}
