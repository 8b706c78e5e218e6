import { render } from 'react-email';
import type { AdminAlertWords } from './admin-alert-words';
import { Frame } from './frame';
import { MainButton, Row, Small, Title, Words } from './pieces';

/** The HTML of an email about an alert rule. */
export function renderAdminAlertBody(words: AdminAlertWords): Promise<string> {
  return render(<AdminAlertBody words={words} />);
}

function AdminAlertBody({ words }: { words: AdminAlertWords }) {
  const { subject, headline, why, rows, button, footer } = words;
  return (
    <Frame title={subject} home={button.url} preview={why} footer={<Small>{footer}</Small>}>
      <Title>{headline}</Title>
      <Words margin="12px 0 0">{why}</Words>
      {rows.map(({ label, value }) => (
        <Row key={label} label={label} value={value} />
      ))}
      <div style={{ paddingTop: 12 }}>
        <MainButton href={button.url}>{button.label}</MainButton>
      </div>
    </Frame>
  );
}
