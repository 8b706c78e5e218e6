import { addressesIn } from '@/domain/contract/page-address';

/** Whether a prompt seems to name its page. A hint for the form only: the interpretation has the last word. */
export function namesPage(prompt: string): boolean {
  return addressesIn(prompt).length > 0;
}
