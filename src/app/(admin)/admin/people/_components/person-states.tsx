'use client';

import { Badge } from '@mantine/core';
import type { PersonView } from './use-person-acts';

export const isWaiting = ({ isBetaUser, role, suspendedAt }: PersonView) =>
  !isBetaUser && role === 'member' && suspendedAt === null;

/** What is out of the ordinary about somebody. */
export function PersonStates({ person }: { person: PersonView }) {
  const states = [
    person.role === 'admin' ? { label: 'Admin', color: 'pine' } : null,
    isWaiting(person) ? { label: 'Waiting', color: 'yellow' } : null,
    person.suspendedAt ? { label: 'Suspended', color: 'red' } : null,
    person.restrictedUntil ? { label: 'Restricted', color: 'red' } : null,
    person.deletionRequestedAt ? { label: 'About to be deleted', color: 'red' } : null,
  ].filter((state) => state !== null);
  return states.map(({ label, color }) => (
    <Badge key={label} variant="dot" color={color} tt="none" fw={500}>
      {label}
    </Badge>
  ));
}
