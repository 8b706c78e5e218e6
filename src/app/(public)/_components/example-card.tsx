import classes from './example-card.module.css';

/** What the product shows for one monitor, drawn with the sample shop's own numbers. */
export function ExampleCard() {
  return (
    <figure className={classes.card}>
      <figcaption className={classes.prompt}>“Tell me when the Aurora One headphones cost less than $300.”</figcaption>
      <div className={classes.reading}>
        <p className={classes.value}>
          <span className="figures">$312.00</span>
          <span className={classes.fact}>price of the Aurora One</span>
        </p>
        <p className={classes.decision}>
          <span className={classes.dot} aria-hidden="true" />
          No alert: $312.00 is not below $300.00
        </p>
      </div>
      <div className={classes.evidence}>
        <p className={classes.caption}>Where it stands on the page</p>
        <div className={classes.page}>
          <p className={classes.product}>Aurora One wireless headphones</p>
          <p>
            <s>$379.00</s> <mark className={classes.mark}>$312.00</mark>
          </p>
          <p className={classes.small}>or 4 payments of $78.00 · free delivery from $50.00</p>
        </div>
      </div>
      <div className={classes.refused}>
        <p className={classes.caption}>Seen and refused</p>
        <ul>
          <li>
            <span className="figures">$379.00</span> struck through: the old price
          </li>
          <li>
            <span className="figures">$78.00</span> one of four payments
          </li>
          <li>
            <span className="figures">$50.00</span> where free delivery starts
          </li>
        </ul>
      </div>
    </figure>
  );
}
