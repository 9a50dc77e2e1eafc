// Days are counted, not taken from a clock: core has none.

/** A date as a registry gives it: `yyyy`, `yyyy-MM` or `yyyy-MM-dd`. */
export type PartialDate = string;

/** The first and the last day a partial date can mean, as days since 1970-01-01. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/** The days a date can mean; `undefined` when it is none, as 2019-02-30. */
export function spanOf(date: PartialDate): DaySpan | undefined {
  const read = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (read === null) return undefined;
  const [year, month, day] = read.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || year < 1900 || year > 2200) return undefined;
  if (month === undefined) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  if (month < 1 || month > 12) return undefined;
  const days = daysIn(year, month);
  if (day === undefined) return { first: dayNumber(year, month, 1), last: dayNumber(year, month, days) };
  if (day < 1 || day > days) return undefined;
  return { first: dayNumber(year, month, day), last: dayNumber(year, month, day) };
}

/** The same date a year later; 29 February becomes 1 March, as a full year then has passed. */
export function oneYearAfter(date: PartialDate): PartialDate {
  const [year = '', ...rest] = date.split('-');
  const next = [String(Number(year) + 1), ...rest].join('-');
  return next.endsWith('-02-29') && spanOf(next) === undefined ? next.replace('-02-29', '-03-01') : next;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1970-01-01 in the Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number {
  const before = year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  for (let past = 1; past < month; past++) days += daysIn(year, past);
  // 719,162 days lie before 1970-01-01.
  return days + day - 1 - 719_162;
}
