/**
 * Facts that one page of the history holds; the same on the server and in the browser, so that both share an answer.
 */
export const FACTS_AT_A_TIME = 50;
