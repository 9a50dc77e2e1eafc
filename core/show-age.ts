const dayInMs = 86_400_000;

/**
 * How long ago an ISO day was, in words: `today`, `yesterday`, `12 days ago`, `3 months ago`, `2 years ago`; months are
 * 30.4 days, full ones count. A day that lies ahead, or is none, gives `undefined`.
 */
export function showAge(day: string, today: string): string | undefined {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / dayInMs);
  if (Number.isNaN(days) || days < 0) return undefined;
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 61) return `${days} days ago`;
  const months = Math.floor(days / 30.4);
  return months < 24 ? `${months} months ago` : `${Math.floor(days / 365)} years ago`;
}
