import { Card } from '@mantine/core';
import { isFailure, type Outcome } from '@/domain/outcome';
import type { FactView } from '@/trpc/monitor-view';
import { Evidence } from '@/ui/evidence/evidence';
import { lookWords, readerWords } from '@/ui/evidence/evidence-words';
import { SourceLink } from '@/ui/evidence/source';
import { LocalTime } from '@/ui/time/clock';
import classes from './monitor-detail.module.css';

/** A look without a browser takes no picture: the one of the look before it still proves what it confirmed. */
function isOlderPicture(fact: FactView): fact is FactView & { pictureTakenAt: Date } {
  return fact.pictureTakenAt !== null && fact.pictureTakenAt < fact.extractedAt;
}

/** What proves the value on show. After a failure that is the last one that was proven. */
export function EvidenceCard({ fact, outcome }: { fact: FactView; outcome: Outcome | null }) {
  const older = outcome !== null && isFailure(outcome);
  return (
    <Card component="section" aria-labelledby="evidence">
      <h2 className={classes.cardTitle} id="evidence">
        {older ? 'Evidence of the last proven value' : 'Evidence'}
      </h2>
      <Evidence
        quote={fact.quote}
        picture={fact.cropUrl === null ? null : { url: fact.cropUrl }}
        testId="evidence-picture"
      >
        Read <LocalTime at={fact.extractedAt} /> on <SourceLink address={fact.source} />
        {`, ${readerWords(fact.reader)}, ${lookWords(fact.look)}, in ${(fact.processingTime / 1_000).toFixed(1)} s`}
        {isOlderPicture(fact) ? (
          <>
            . The picture was taken <LocalTime at={fact.pictureTakenAt} />, when it said the same
          </>
        ) : null}
      </Evidence>
      {fact.errors.length === 0 ? null : (
        <>
          <h3 className={classes.onTheWay}>What went wrong on the way</h3>
          <ul className={classes.errors}>
            {fact.errors.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
