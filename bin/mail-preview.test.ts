import { describe, expect, it } from 'vitest';
import { indexPage, inScheme, samplePage, withPictures } from './mail-preview-pages';
import { mailSamples } from './mail-samples';

describe('the preview of emails', () => {
  it('has samples of all, each with its own name', () => {
    const names = mailSamples().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(50);
  });

  it('has none that does not lead to what we keep of people, in HTML and in text', async () => {
    for (const { name, render } of mailSamples()) {
      const { html, text } = await render();
      expect([name, /href="https?:[^"]+\/privacy"/.test(html)]).toEqual([name, true]);
      expect([name, /^Privacy: https?:\S+\/privacy$/m.test(text)]).toEqual([name, true]);
    }
  });

  it('shows one in both schemes with a picture in place of the one that comes with it', async () => {
    const mail = await mailSamples()
      .find(({ name }) => name === 'currency')
      ?.render();
    const html = withPictures(mail?.html ?? '', 'data:image/png;base64,AA');
    expect(html).not.toContain('cid:');
    expect(inScheme(html, 'dark')).toContain('@media all');
    expect(inScheme(html, 'light')).toContain('@media not all');
  });

  it('writes subjects and texts as words', () => {
    const mail = { subject: '<b>', html: '', text: '<script>' };
    expect(samplePage('one', mail)).not.toMatch(/<b>|<script>/);
    expect(indexPage([{ name: 'one', subject: '<b>', bytes: 1 }])).not.toContain('<b>');
  });
});
