import { alignLetters } from './align-letters.ts';

/** Where the long form of an abbreviation stands behind it. */
export interface BesideForm {
  readonly start: number;
  readonly end: number;
}

const sight = 120;
/** So many letters an abbreviation has that a mere sign may join to its long form. */
const enough = 3;
const joint =
  /^(?:,?\s(?:i\.?e\.?,?|that is,?|or|namely|meaning|(?:which )?(?:stands|is short|short) for)\s+|\s*([:=,]|\s[\u2013\u2014-])\s*)["\u201C]?/;

/**
 * What stands behind an abbreviation as its long form without brackets: "SF: long form", "SF, i.e. long form". A sign tells
 * less than words, a comma only where this part of the sentence ends.
 */
export function formBeside(text: string, end: number, shortForm: string): BesideForm | undefined {
  const ahead = text.slice(end, end + sight);
  const [lead, sign] = joint.exec(ahead) ?? [];
  if (lead === undefined) return undefined;
  const [words = ''] = /^[^.,;:()[\]"\u201D\n]*/.exec(ahead.slice(lead.length)) ?? [];
  // No bracket says that something is defined, so letters must begin words; of several, one may stand inside.
  for (const most of shortForm.length < enough ? [0.1] : [0.1, 0.3]) {
    for (const { index, 0: word } of words.matchAll(/\S+/g)) {
      const longForm = words.slice(0, index + word.length);
      const at = alignLetters(shortForm, longForm, 'start', most);
      if (at === undefined) continue;
      const start = end + lead.length;
      const isSure =
        /^ *(?:[.;)\n]|$)/.test(ahead.slice(lead.length + longForm.length)) ||
        (sign ?? '=') === '=' ||
        (sign !== ',' && shortForm.length >= enough);
      // "MRI: MR imaging" says nothing.
      const isShort = /\p{Lu}{2}/u.test(longForm);
      // Where fewer words have all the letters already, more may still be what is meant.
      if (isSure && !isShort) return { start: start + at, end: start + longForm.length };
    }
  }
  return undefined;
}
