/** What stands at a place that begins with NCT. */
export interface NctReading {
  /** Where it ends; exclusive. */
  readonly end: number;
  /** NCT and eight digits; what is malformed as it is written, gaps closed. */
  readonly id: string;
  readonly isMalformed: boolean;
}

// ClinicalTrials.gov identifiers are NCT and eight digits: https://clinicaltrials.gov/policy/reporting-requirements
// (identifiers.org: ^NCT\d{8}$). All zeros are none: its API refuses what is not ^[Nn][Cc][Tt]0*[1-9]\d{0,7}$.
const digits = 8;

// "NCT01234567", "NCT: 01234567", "NCT-01234567", "NCT #01234567", "NCT No. 01234567", "NCT ID: NCT 01234567" begins twice.
const lead =
  /NCT(?:[\s:-]{0,2}(?:registr(?:y|ation)|id(?:entifier)?s?|code|n(?:umber|o|r)s?)\b\.?){0,3}[\s:#=._/]{0,3}[-\u2010-\u2015\u2212]?\s?/iy;
const group = /\d+/y;
/** Between groups of digits: one space or dash, or the end of a line. */
const gap = /(?:[-\u2010-\u2015\u2212]?[ \t]*\r?\n\s*|[\s\u2010-\u2015\u2212-])(?=\d)/y;
/** How people group eight digits on one line; at the end of a line anything of two and more may be cut off. */
const groupings: ReadonlySet<string> = new Set([
  '4,4',
  '2,6',
  '2,3,3',
  '2,2,4',
  '2,2,2,2',
  '5,3',
  '3,5',
  '6,2',
  '1,7',
  '3,3,2',
]);
/** Digits, and the letters that are typed for 0 and 1. */
const almostDigits = /[\dOoIl|]+/y;

/** Reads what stands at a place where a text has the letters NCT; `undefined` when it is nothing like an identifier. */
export function readNct(text: string, start: number): NctReading | undefined {
  const begin = endOf(lead, text, start);
  if (begin === undefined) return undefined;
  return readDigits(text, begin) ?? readMalformed(text, start, begin);
}

function readDigits(text: string, begin: number): NctReading | undefined {
  const sizes: number[] = [];
  let all = '';
  let hasLineEnd = false;
  for (let at = begin; ; ) {
    const end = endOf(group, text, at);
    if (end === undefined) return undefined;
    all += text.slice(at, end);
    sizes.push(end - at);
    if (all.length > digits) return undefined;
    if (all.length === digits) {
      const isSplitWell =
        sizes.length === 1 ||
        groupings.has(sizes.join()) ||
        (hasLineEnd && sizes.length <= 3 && sizes.every((size) => size >= 2));
      const isGoingOn = /^[OoIl|](?![A-Za-z0-9])/.test(text.slice(end, end + 2));
      // "the NCT 2019-2020"
      const areYears =
        sizes.length === 2 && /^(?:(?:19|20)\d\d){2}$/.test(all) && /\s$/.test(text.charAt(begin - 1));
      if (!isSplitWell || isGoingOn || areYears || /^0+$/.test(all)) return undefined;
      return { end, id: `NCT${all}`, isMalformed: false };
    }
    const next = endOf(gap, text, end);
    if (next === undefined) return undefined;
    hasLineEnd ||= /\n/.test(text.slice(end, next));
    at = next;
  }
}

/** What can only be meant as an identifier; numbers behind other things called NCT are left alone. */
function readMalformed(text: string, start: number, begin: number): NctReading | undefined {
  const end = endOf(almostDigits, text, begin);
  if (end === undefined || /[A-Za-z0-9]/.test(text.charAt(end))) return undefined;
  const written = text.slice(begin, end);
  const between = text.slice(start + 3, begin);
  const plain = written.replace(/\D/g, '').length;
  const isCapital = text.startsWith('NCT', start);
  const lengths =
    between === ''
      ? isCapital
        ? [6, 7, 8, 9, 10]
        : [7, 8, 9]
      : // "NCT 123456" may count something; with a colon or a word it does not.
        /[:#a-z]/i.test(between)
        ? [6, 7, 8, 9, 10]
        : [7, 8, 9];
  if (!lengths.includes(written.length) || plain < 5) return undefined;
  // Eight digits that stand alone are an identifier, unless all are zeros.
  return { end, id: `NCT${written}`, isMalformed: true };
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
