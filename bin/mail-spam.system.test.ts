import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { mailSamples } from './mail-samples';
import { composeMessage, type SpamSample } from './mail-spam/message';
import { isSpamAssassinThere, MOST_SCORE, SPAM_SCORE, scoreSamples } from './mail-spam/spamassassin';

const NOW = new Date();
const MOST_TRIED = 6;

const SAMPLE: SpamSample = {
  name: 'sample',
  render: async () => ({
    subject: 'Kettle One is $283.00 – « été »',
    html: '<p>Kettle One is $283.00</p><img src="cid:picture@monitors" alt="Kettle One: $283.00">',
    text: 'Kettle One is $283.00\nFrom here on it is below $300.00.\n',
  }),
  pictures: [{ cid: 'picture@monitors', bytes: Buffer.from('GIF89a'), mediaType: 'image/gif' }],
};

describe('an email as it comes', () => {
  it('has its headers, its text, and its HTML with the picture', async () => {
    const message = (await composeMessage(SAMPLE, 3, NOW)).toString('latin1');
    const [head = ''] = message.split('\r\n\r\n');
    for (const header of ['Received', 'From', 'To', 'Subject', 'Date', 'MIME-Version', 'List-Unsubscribe'])
      expect(head).toMatch(new RegExp(`^${header}:`, 'm'));
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(head).toContain('Message-ID: <sample.3.');
    expect(head).toContain('Content-Type: multipart/alternative');
    expect(message.match(/^Content-Type: [\w/]+/gim)).toEqual([
      ...['Content-Type: multipart/alternative', 'Content-Type: text/plain', 'Content-Type: multipart/related'],
      ...['Content-Type: text/html', 'Content-Type: image/gif'],
    ]);
    expect(message).toContain('Content-ID: <picture@monitors>');
    expect(head).not.toMatch(/[^\x20-\x7e\r\n\t]/);
  });
});

const isThere = isSpamAssassinThere();
if (!isThere) console.log('SpamAssassin is not here: the scores of our templates are not tried.');

describe.runIf(isThere)('SpamAssassin', () => {
  it('takes some of our templates for no spam', async () => {
    const all = mailSamples();
    const step = Math.max(1, Math.ceil(all.length / MOST_TRIED));
    const scores = await scoreSamples(
      all.filter((_sample, at) => at % step === 0),
      NOW,
    );
    expect(scores.length).toBeGreaterThan(1);
    expect(scores.filter(({ score }) => score >= MOST_SCORE)).toEqual([]);
  }, 20_000);

  it('takes spam for spam, and says by which rules', async () => {
    const text = 'Dear friend, I am the widow of a minister of Nigeria. Buy VIAGRA, 100% free, act now!!! $$$ million';
    const spam = { name: 'spam', render: async () => ({ subject: 'RE: URGENT!!! V1AGRA', html: text, text }) };
    const [score] = await scoreSamples([spam], NOW);
    expect(score?.score).toBeGreaterThan(SPAM_SCORE - MOST_SCORE);
    expect(score?.rules.length).toBeGreaterThan(1);
  }, 20_000);
});

it('is left out with one line where it is not installed', () => {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'bin/mail-spam.ts'], {
    ...{ encoding: 'utf8', timeout: 20_000, env: { ...process.env, PATH: '/nonexistent' } },
  });
  expect(stdout).toMatch(/^Skipped: SpamAssassin is not here .*\n$/);
  expect(status).toBe(0);
}, 20_000);
