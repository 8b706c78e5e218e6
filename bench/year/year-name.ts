/** The database that `npm run seed:year` makes and `npm run drill:retention` copies. */
export const YEAR_NAME = 'monitors_year';
