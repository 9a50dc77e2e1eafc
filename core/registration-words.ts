import type { Registration } from './record-facts.ts';

/** How long before or after the start a trial was registered: in days, or as far as a start known to the month tells. */
export function registrationWords({ kind, atLeast, atMost, startIs, isPlanned }: Registration): string {
  const start = isPlanned ? 'its planned start' : 'it began';
  if (kind === 'same')
    return startIs === 'day'
      ? `on the day ${isPlanned ? 'of ' : ''}${start}`
      : `in the ${startIs} ${isPlanned ? 'of ' : ''}${start}`;
  const days =
    atLeast === atMost ? counted(atLeast) : `${atLeast.toLocaleString('en')} to ${counted(atMost)}`;
  const known = startIs === 'day' ? '' : `; of the start only the ${startIs} is known`;
  return `${days} ${kind} ${start}${known}`;
}

const counted = (days: number): string => `${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'}`;
