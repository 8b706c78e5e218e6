import type { FactView } from '@/trpc/monitor-view';
import { LocalTime } from '../time/clock';
import { Evidence } from './evidence';
import classes from './evidence.module.css';
import { lookWords, readerWords } from './evidence-words';
import { SourceLink } from './source';

/** A look without a browser takes no picture: the one of the look before it still proves what it confirmed. */
function isOlderPicture(fact: FactView): fact is FactView & { pictureTakenAt: Date } {
  return fact.pictureTakenAt !== null && fact.pictureTakenAt < fact.extractedAt;
}

/** What proves a fact: quote and framed picture, when, where and how it was read. */
export function FactEvidence({ fact, testId }: { fact: FactView; testId: string }) {
  return (
    <>
      <Evidence quote={fact.quote} picture={fact.cropUrl === null ? null : { url: fact.cropUrl }} testId={testId}>
        Read <LocalTime at={fact.extractedAt} /> on <SourceLink address={fact.source} />
        {`, ${readerWords(fact.reader)}, ${lookWords(fact.look)}, in ${(fact.processingTime / 1_000).toFixed(1)} s`}
        {isOlderPicture(fact) ? (
          <>
            . The picture was taken <LocalTime at={fact.pictureTakenAt} />, when it said the same
          </>
        ) : null}
      </Evidence>
      <Errors errors={fact.errors} />
    </>
  );
}

function Errors({ errors }: { errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <div className={classes.onTheWay}>
      <h3>What else is known of it</h3>
      <ul>
        {errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
      </ul>
    </div>
  );
}
