import { TextInput } from '@mantine/core';

/** Days as the browser's inputs give them, "2026-11-22"; empty where none is chosen. */
export interface Period {
  from: string;
  to: string;
}

interface PeriodFieldsProps {
  period: Period;
  onChange: (change: Partial<Period>) => void;
}

/** The first and the last day of what is shown; neither can be chosen beyond the other. */
export function PeriodFields({ period: { from, to }, onChange }: PeriodFieldsProps) {
  return (
    <>
      <TextInput
        type="date"
        label="From (UTC)"
        value={from}
        max={to || undefined}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label="To (UTC)"
        value={to}
        min={from || undefined}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
    </>
  );
}
