const WORDS: Record<string, string> = {
  pending: 'Waiting to be sent',
  sending: 'Being sent',
  sent: 'Sent',
  failed: 'Could not be delivered',
  suppressed: 'Not sent: this address takes no mail from us',
};

/** How far a mail has come, in plain words. */
export function mailStateWords(state: string): string {
  return WORDS[state] ?? state;
}
