import { render } from 'react-email';
import type { AccountWords } from './account-words';
import { Frame } from './frame';
import { MainButton, Small, Title, Words } from './pieces';

/** The HTML of an email about an account. */
export function renderAccountBody(words: AccountWords): Promise<string> {
  return render(<AccountBody words={words} />);
}

function AccountBody({ words: { subject, headline, lines, button, footer } }: { words: AccountWords }) {
  return (
    <Frame title={subject} home={button.url} preview={lines[0] ?? ''} footer={<Small>{footer}</Small>}>
      <Title>{headline}</Title>
      <div style={{ padding: '12px 0 4px' }}>
        {lines.map((line) => (
          <Words key={line}>{line}</Words>
        ))}
      </div>
      <MainButton href={button.url}>{button.label}</MainButton>
    </Frame>
  );
}
