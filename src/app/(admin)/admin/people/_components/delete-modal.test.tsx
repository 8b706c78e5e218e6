// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TrpcProvider } from '@/trpc/client';
import { ClockProvider } from '@/ui/time/clock';
import { DeleteModal } from './delete-modal';
import type { PersonView } from './use-person-acts';

beforeEach(() => {
  window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  // The field that grows with its text asks for these, which jsdom lacks.
  Object.assign(document, { fonts: { addEventListener() {}, removeEventListener() {} } });
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  } as never;
});
afterEach(() => {
  cleanup();
  // One lives as long as a tab.
  queries?.clear();
});

let queries: QueryClient | undefined;

function KeepQueries(): null {
  queries = useQueryClient();
  return null;
}

it('can be pressed only once the whole address is typed, in any case', async () => {
  const person = { id: 'x', name: 'Ada', email: 'Ada@Example.org', monitorCount: 3 } as PersonView;
  render(
    <MantineProvider env="test">
      <TrpcProvider>
        <KeepQueries />
        <ClockProvider renderedAt={0} timeZone="Europe/Berlin">
          <DeleteModal person={person} opened onClose={() => undefined} />
        </ClockProvider>
      </TrpcProvider>
    </MantineProvider>,
  );
  expect(screen.getByRole('dialog').textContent).toContain('its 3 monitors');
  const press = () => screen.getByText('Delete in seven days').closest('button');
  const type = (value: string) => fireEvent.change(screen.getByLabelText(/^Type Ada@/), { target: { value } });
  for (const [typed, disabled] of [
    ['', true],
    ['ada@example.or', true],
    ['ada@example.org.', true],
    [' ada@example.ORG ', false],
  ] as const) {
    type(typed);
    expect([typed, press()?.disabled]).toEqual([typed, disabled]);
  }
});
