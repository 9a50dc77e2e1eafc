import { showDay } from './show-day.ts';

const minute = 60_000;

/** A moment, in milliseconds since 1970, as a reader's clock has it: `23 Nov 2026, 14:02`. */
export function showMoment(at: number): string {
  const moment = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${showDay(day)}, ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** How long ago a moment was: `just now`, `12 minutes ago`, `3 hours ago`, `2 days ago`. One that lies ahead is now. */
export function showMomentAge(at: number, now: number): string {
  const minutes = Math.floor((now - at) / minute);
  if (minutes < 1) return 'just now';
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 24 * 60
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 60 / 24), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
