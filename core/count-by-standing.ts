import type { Standing, Statement } from './statement.ts';

/** Standings in the order in which a reader should meet them: what stands comes first. */
export const standings = [
  'confirmed',
  'contradicted',
  'unconfirmed',
  'unchecked',
] as const satisfies Standing[];

/** How many statements stand in each way. */
export function countByStanding(statements: readonly Statement[]): Readonly<Record<Standing, number>> {
  const counts = { confirmed: 0, contradicted: 0, unconfirmed: 0, unchecked: 0 };
  for (const statement of statements) counts[statement.standing] += 1;
  return counts;
}
