import type { ReactNode } from 'react';
import classes from './account.module.css';
import type { PARTS } from './sub-navigation';

/** A part of the account, as its list of parts knows it. */
export function Part({ id, children }: { id: (typeof PARTS)[number]['id']; children: ReactNode }) {
  return (
    <div className={classes.part} id={`part-${id}`}>
      {children}
    </div>
  );
}
