import { render } from 'react-email';
import { Frame } from './frame';
import type { GatheredWords } from './gathered-words';
import type { MonitorWords } from './monitor-words';
import { DifferenceBlock, Origin, Picture, Quote, Value } from './news-pieces';
import { MainButton, Rule, Small, Title, WordLink, Words } from './pieces';

/** The HTML of an email about several alerts. */
export function renderGatheredBody(words: GatheredWords): Promise<string> {
  return render(<GatheredBody words={words} />);
}

function GatheredBody({ words: { subject, headline, because, entries, more, links } }: { words: GatheredWords }) {
  const preview = entries.map(({ words }) => words.subject).slice(1, 4);
  return (
    <Frame
      title={subject}
      home={links.inbox}
      preview={preview.length > 0 ? preview.join(' · ') : because}
      footer={<Footer unsubscribeAll={links.unsubscribeAll} />}
    >
      <Title>{headline}</Title>
      <Small margin="4px 0 0">{because}</Small>
      {entries.map(({ words, isLine }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one monitor may come twice
        <div key={at}>
          <Rule />
          {isLine ? <Line words={words} /> : <Entry words={words} />}
        </div>
      ))}
      <Rule />
      {more > 0 ? <Small>And {more} more in your inbox.</Small> : null}
      <MainButton href={links.inbox}>Open the inbox</MainButton>
    </Frame>
  );
}

function Entry({ words }: { words: MonitorWords }) {
  const { name, title, difference, summary, picture, quote } = words;
  return (
    <>
      {name === title ? null : <Small>{name}</Small>}
      <Words margin="0">
        <strong style={{ fontWeight: 600 }}>{title}</strong>
      </Words>
      <Value before={words.before} now={words.now} size={words.size} isBrief />
      {difference === null ? null : <DifferenceBlock difference={difference} />}
      <Small margin="8px 0 0">{summary}</Small>
      {picture === null ? null : <Picture picture={picture} />}
      {quote === null ? null : <Quote>{quote}</Quote>}
      <Origin source={words.source} time={words.time} />
      <Ways links={words.links} />
    </>
  );
}

function Line({ words: { subject, time, links } }: { words: MonitorWords }) {
  return (
    <>
      <Words margin="0">{subject}</Words>
      <Small>{time}</Small>
      <Ways links={links} />
    </>
  );
}

function Ways({ links }: Pick<MonitorWords, 'links'>) {
  return (
    <Small margin="8px 0 0">
      <WordLink href={links.monitor}>Open the monitor</WordLink>
      {' · '}
      <WordLink href={links.unsubscribeMonitor} isQuiet>
        Stop emails about it
      </WordLink>
    </Small>
  );
}

function Footer({ unsubscribeAll }: { unsubscribeAll: string }) {
  return (
    <>
      <Small margin="0 0 8px">You get this email because you made these monitors.</Small>
      <Small>
        <WordLink href={unsubscribeAll} isQuiet>
          Stop emails about all monitors
        </WordLink>
      </Small>
    </>
  );
}
