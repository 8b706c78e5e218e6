import { MantineProvider } from '@mantine/core';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import superjson from 'superjson';
import { vi } from 'vitest';
import type { CardView } from '@/trpc/card-view';
import { TrpcProvider } from '@/trpc/client';
import type { FailureView } from '@/trpc/history-view';
import type { FactView, MonitorView } from '@/trpc/monitor-view';
import { ClockProvider } from '@/ui/time/clock';

/** What procedures answer to a component under test, by their names; an Error refuses. */
export type Answers = Record<string, () => unknown>;

export interface Call {
  name: string;
  input: unknown;
}

/** Of what jsdom has none. */
class Observing {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

let queries: QueryClient | undefined;

function KeepQueries(): null {
  queries = useQueryClient();
  return null;
}

/** Puts these answers in the network's place, with what Mantine asks of a browser. Returns the mutations, as called. */
export function answerCalls(answers: Answers): Call[] {
  const calls: Call[] = [];
  const media = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
  window.matchMedia = () => media as never;
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal('ResizeObserver', Observing);
  vi.stubGlobal('fetch', async (url: string, init?: { method?: string; body?: string }) => {
    const names = new URL(url, 'http://localhost').pathname.replace('/api/trpc/', '').split(',');
    const body = init?.method === 'POST' ? JSON.parse(init.body ?? '{}') : null;
    return Response.json(
      names.map((name, at) => {
        if (body) calls.push({ name, input: superjson.deserialize(body[at]) });
        return envelope(answers[name]?.());
      }),
    );
  });
  return calls;
}

function envelope(answer: unknown): unknown {
  if (!(answer instanceof Error)) return { result: { data: superjson.serialize(answer) } };
  const data = { code: 'BAD_REQUEST', httpStatus: 400, fields: {}, reason: 'refused', retryAt: null };
  return { error: superjson.serialize({ message: answer.message, code: -32600, data }) };
}

/** Renders a component as its page does, at a moment (epoch ms) in UTC. */
export function renderInApp(part: ReactNode, now: number): void {
  render(
    <MantineProvider env="test">
      <TrpcProvider>
        <KeepQueries />
        <ClockProvider renderedAt={now} timeZone="UTC">
          {part}
        </ClockProvider>
      </TrpcProvider>
    </MantineProvider>,
  );
}

/** One query client lives as long as a tab: what it holds is no other test's. */
export function forgetAnswers(): void {
  queries?.clear();
  vi.unstubAllGlobals();
}

const price = (number: string) => ({ type: 'number', number, unit: 'USD' }) as const;
const AT = new Date('2026-11-22T12:00:00Z');

/** A monitor of a price that is armed, as its page gets it; `other` differs. */
export function aMonitorView(other: Partial<MonitorView> = {}): MonitorView {
  return {
    id: '00000000-0000-4000-8000-00000000000a',
    ...{ name: 'Aurora One below $300', isOwnName: false },
    prompt: 'Tell me when the Aurora One costs less than $300 https://shop.example.org/aurora-one',
    ...{ type: 'state', isActive: true, extractedFact: 'price of the Aurora One in USD', property: 'price' },
    trigger: { kind: 'state', op: 'lt', value: price('300'), value2: null },
    triggerCondition: 'Fires when the price of the Aurora One in USD is below $300.00.',
    ...{ factType: 'number', unit: 'USD', sources: ['https://shop.example.org/aurora-one'] },
    ...{ currentValue: price('312'), previousValue: null, armed: true, told: false, lastOutcome: 'value' },
    ...{ lastSentence: 'No alert: $312.00 is not below $300.00.', lastChecked: AT, nextAllowedRefresh: null },
    ...{ liveEvaluationId: null, triggerCount: 0, evaluationCount: 1, failureStreak: 0, createdAt: AT, updatedAt: AT },
    ...other,
  };
}

/** What the card of that monitor shows beside: it fell by $33.00 two days before noon; `other` differs. */
export function aCardView(other: Partial<CardView> = {}): CardView {
  const at = new Date(AT.getTime() - 2 * 86_400_000);
  return {
    ...{ id: '00000000-0000-4000-8000-00000000000a', tags: [], quote: '$312.00', readAt: AT },
    change: {
      ...{ at, isFirst: false, changeType: 'decrease', changeAmount: '-33', changePercentage: '-9.565' },
      ...{ alert: false, difference: null },
    },
    line: [
      [at.getTime() - 86_400_000, 345],
      [at.getTime(), 312],
      [AT.getTime(), 312],
    ],
    ...other,
  };
}

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** What was read `at` minutes after noon; `other` differs. */
export function aFactView(at: number, other: Partial<FactView> = {}): FactView {
  return {
    ...{ id: idOf(at), extractedAt: new Date(AT.getTime() + at * 60_000), outcome: 'value', value: price('312') },
    ...{ source: 'https://shop.example.org/aurora-one', processingTime: 900, triggeredAlert: false },
    ...{ changeType: 'stable', changeAmount: null, changePercentage: null, confidence: 1, errors: [] },
    ...{ quote: '$312.00', cropUrl: null, pictureTakenAt: null, reader: 'recipe', look: 'full' },
    sentence: 'No alert: $312.00 is not below $300.00.',
    ...other,
  };
}

/** A check that read nothing, `at` minutes after noon; `other` differs. */
export function aFailureView(at: number, other: Partial<FailureView> = {}): FailureView {
  return {
    ...{ id: idOf(at), at: new Date(AT.getTime() + at * 60_000), outcome: 'fact_missing' },
    ...{ sentence: 'No alert: the page does not show it; the last value stays $312.00.' },
    ...{ message: 'The page does not name the Aurora One.', source: 'https://shop.example.org/aurora-one' },
    ...{ shown: { title: 'Shop', text: 'We are moving.' }, pictureUrl: null, chargeReturned: false, tookMs: 900 },
    ...other,
  };
}
