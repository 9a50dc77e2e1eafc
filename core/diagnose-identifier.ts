/** What is wrong with something that was meant as a ClinicalTrials.gov identifier. */
export interface Diagnosis {
  readonly fault: 'too-few-digits' | 'too-many-digits' | 'letters' | 'all-zeros';
  /** In a sentence. */
  readonly says: string;
  /** Identifiers it may have been meant as; none is more likely than another. Empty where anything could be meant. */
  readonly candidates: readonly string[];
}

const digits = 8;
/** More would be guessing. */
const mostCandidates = 6;

/**
 * What is wrong with `NCT…` that `findIdentifiers` calls malformed, and what it may have been meant as. `undefined` for
 * what is well formed or begins with other letters.
 */
export function diagnoseIdentifier(written: string): Diagnosis | undefined {
  const read = /^NCT([\dOoIl|]{5,10})$/.exec(written);
  if (read?.[1] === undefined) return undefined;
  const asWritten = read[1];
  const number = asWritten.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1');
  const hasLetters = number !== asWritten;
  const candidates = [...new Set(candidatesOf(number))]
    .filter((candidate) => !/^0+$/.test(candidate))
    .slice(0, mostCandidates)
    .map((candidate) => `NCT${candidate}`);
  const counted = `It has ${number.length} digits; an identifier has ${digits}`;
  if (number.length < digits)
    return { fault: 'too-few-digits', says: `${counted}, so some are missing.`, candidates };
  if (number.length > digits)
    return {
      fault: 'too-many-digits',
      says: `${counted}. A footnote may have run into it.`,
      candidates,
    };
  if (hasLetters) {
    const letters = [...new Set(asWritten.replace(/\d/g, ''))].map((letter) => `“${letter}”`).join(' and ');
    return { fault: 'letters', says: `It has ${letters} where a digit should be.`, candidates };
  }
  if (/^0+$/.test(number))
    return {
      fault: 'all-zeros',
      says: 'All its digits are zero; the registry gives no such number.',
      candidates: [],
    };
  return undefined;
}

function candidatesOf(number: string): string[] {
  if (number.length === digits) return [number];
  // A missing zero is the one digit that can be guessed: numbers begin with zeros, and people and spreadsheets drop them.
  if (number.length < digits) return [number.padStart(digits, '0')];
  // Too many: the first eight, the last eight, or a digit that was struck twice.
  const doubled: string[] = [];
  if (number.length === digits + 1) {
    for (let at = 1; at < number.length; at++) {
      if (number[at] === number[at - 1]) doubled.push(number.slice(0, at) + number.slice(at + 1));
    }
  }
  return [number.slice(0, digits), number.slice(-digits), ...doubled];
}
