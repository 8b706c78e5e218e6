const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'} ago`;

/**
 * "just now", "3 minutes ago", "yesterday", "12 days ago" of a moment, both in epoch ms. A future one is "just now".
 */
export function timeAgo(then: number, now: number): string {
  const passed = now - then;
  if (passed < 45_000) return 'just now';
  if (passed < HOUR) return counted(Math.max(1, Math.round(passed / MINUTE)), 'minute');
  if (passed < DAY) return counted(Math.floor(passed / HOUR), 'hour');
  if (passed < 2 * DAY) return 'yesterday';
  return counted(Math.floor(passed / DAY), 'day');
}

/** Whole seconds until a moment (epoch ms), 0 when it is past or not given. */
export function secondsUntil(moment: number | null, now: number): number {
  return moment === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1_000));
}

/** "0:43", "1:05", "2:00:00": how long a countdown still runs. */
export function countdown(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
