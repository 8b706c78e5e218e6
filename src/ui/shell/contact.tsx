/** "write to us" as a link where the settings name an address; in words where they name none. */
export function WriteToUs({ contact }: { contact: string | null }) {
  if (contact === null) return 'write to whoever runs this server';
  return (
    <>
      write to <a href={`mailto:${contact}`}>{contact}</a>
    </>
  );
}
