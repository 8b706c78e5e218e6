/** Asked for by page and list alike: the list finds what the page has fetched under the same number. */
export const ACTS_AT_A_TIME = 50;
