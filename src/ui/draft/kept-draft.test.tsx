// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetDraft, keepDraft, readDraft } from './kept-draft';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

const DRAFT = { prompt: 'Tell me when the kettle is cheap', source: 'https://shop.example/kettle' };

describe('a draft', () => {
  it('is there again, until it is forgotten or empty', () => {
    keepDraft(DRAFT);
    expect(readDraft()).toEqual(DRAFT);
    keepDraft({ prompt: ' ', source: '' });
    expect(readDraft()).toBeNull();
    keepDraft(DRAFT);
    forgetDraft();
    expect(readDraft()).toBeNull();
  });

  it('is over after a week', () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(0);
    keepDraft(DRAFT);
    now.mockReturnValue(7 * 24 * 60 * 60_000);
    expect(readDraft()).toEqual(DRAFT);
    now.mockReturnValue(7 * 24 * 60 * 60_000 + 1);
    expect(readDraft()).toBeNull();
  });

  it.each(['', 'no json', '[]', '{"prompt":1,"source":"","at":1}', '{"prompt":"a"}', 'null'])(
    'is none where %j is kept in its place',
    (kept) => {
      localStorage.setItem('monitors.draft', kept);
      expect(readDraft()).toBeNull();
    },
  );

  it('is given up where the browser keeps nothing', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    keepDraft(DRAFT);
    forgetDraft();
    expect(readDraft()).toBeNull();
  });
});
