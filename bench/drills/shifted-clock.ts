/**
 * Loaded into a part of the app before it (`--import`): its clock shows another time as soon as whoever started it says
 * so. Only the app's own clock: that of the database, and the one that measures how long things take, stay as they are.
 */
const Real = Date;
let offsetMs = 0;
const now = () => Real.now() + offsetMs;

globalThis.Date = new Proxy(Real, {
  apply: () => new Real(now()).toString(),
  construct: (target, given, asked) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, asked === globalThis.Date ? target : asked),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});

export interface ClockWord {
  clockMs: number;
}

process.on('message', (word: ClockWord) => {
  if (typeof word?.clockMs !== 'number') return;
  offsetMs = word.clockMs;
  if (process.connected) process.send?.(word);
});
// Whoever drills is gone: nothing may be left behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
