'use client';

import { Textarea } from '@mantine/core';

interface ReasonFieldProps {
  /** Who reads it. */
  description: string;
  /** It is the first thing to be filled in. */
  isFirst?: boolean;
  value: string;
  onChange: (reason: string) => void;
}

/** Why an admin does it, which has to be said. */
export function ReasonField({ description, isFirst = false, value, onChange }: ReasonFieldProps) {
  return (
    <Textarea
      label="Why?"
      description={`${description} Name nobody else in it.`}
      autosize
      minRows={2}
      maxLength={500}
      required
      data-autofocus={isFirst || undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
