/** That an account is suspended, why, and what its person can do. `contact`: where they may write, null for nowhere. */
export function suspendedWords(why: string | null, contact: string | null): string {
  const reason = why === null || why.trim() === '' ? '.' : `: ${why.trim().replace(/[.!?]$/, '')}.`;
  const way = contact === null ? 'whoever runs this server' : contact;
  return `This account is suspended${reason} Its monitors and history are kept. If this is a mistake, write to ${way}.`;
}
