'use client';

/** Stands in for the root layout when that itself fails: no theme, no providers, nothing that could fail again. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body
        style={{ fontFamily: 'system-ui, sans-serif', maxWidth: '32rem', margin: '15vh auto', padding: '0 1.25rem' }}
      >
        <title>Something broke · Monitors!</title>
        <main>
          <h1 style={{ fontSize: '1.5rem' }}>Monitors! could not be shown</h1>
          <p>The fault is ours. Your monitors and their values are untouched. Please try again in a moment.</p>
          {error.digest ? <p>If it keeps happening, tell us this number: {error.digest}.</p> : null}
          <button type="button" onClick={reset} style={{ font: 'inherit', padding: '0.5rem 1rem' }}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
