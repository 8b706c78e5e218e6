import { render } from 'react-email';
import { Frame } from './frame';
import type { MonitorWords } from './monitor-words';
import { DifferenceBlock, Origin, Picture, Quote, Value } from './news-pieces';
import { MainButton, Row, SecondButton, Small, Title, WordLink } from './pieces';

/** The HTML of an email about one monitor. */
export function renderMonitorBody(words: MonitorWords): Promise<string> {
  return render(<MonitorBody words={words} />);
}

function MonitorBody({ words }: { words: MonitorWords }) {
  const { subject, name, title, rows, difference, picture, quote, links } = words;
  return (
    <Frame title={subject} home={links.monitor} preview={words.summary} footer={<Footer words={words} />}>
      {name === title ? null : <Small margin="0 0 4px">{name}</Small>}
      <Title>{title}</Title>
      <Value before={words.before} now={words.now} size={words.size} />
      {difference === null ? null : <DifferenceBlock difference={difference} />}
      {rows.map(({ label, value }) => (
        <Row key={label} label={label} value={value} />
      ))}
      {picture === null ? null : <Picture picture={picture} />}
      {quote === null ? null : <Quote>{quote}</Quote>}
      <Origin source={words.source} time={words.time} />
      <div style={{ paddingTop: 12 }}>
        <MainButton href={links.monitor}>Open the monitor</MainButton>
        <SecondButton href={links.monitor}>Check again</SecondButton>
      </div>
    </Frame>
  );
}

function Footer({ words: { name, links } }: { words: MonitorWords }) {
  return (
    <>
      <Small margin="0 0 8px">
        You get this email because you made the monitor “<bdi>{name}</bdi>”.
      </Small>
      <Small>
        <WordLink href={links.unsubscribeMonitor} isQuiet>
          Stop emails about this monitor
        </WordLink>
        {' · '}
        <WordLink href={links.unsubscribeAll} isQuiet>
          Stop emails about all monitors
        </WordLink>
      </Small>
    </>
  );
}
