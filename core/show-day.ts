const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO day, month or year as people write it: `23 Nov 2026`, `Nov 2026`, `2026`. Anything else comes back as it is. */
export function showDay(iso: string): string {
  const read = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!read) return iso;
  const [, year, month, day] = read;
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (year === undefined || (month !== undefined && name === undefined)) return iso;
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}
