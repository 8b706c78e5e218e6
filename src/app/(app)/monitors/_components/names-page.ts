const ADDRESS = /https?:\/\/\S|(?:^|[\s("'“])(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?=$|[\s/:?!,;.)"'”])/i;

/** Whether a prompt seems to name its page. A hint for the form only: the interpretation has the last word. */
export function namesPage(prompt: string): boolean {
  return ADDRESS.test(prompt);
}
