import { alignLetters } from './align-letters.ts';

/** Where the long form of an abbreviation stands beside it. */
export interface BesideForm {
  readonly start: number;
  readonly end: number;
}

/** No bracket says that something is defined here, so letters must begin words; of several, one may stand inside. */
const strict = 0.1;
const lessStrict = 0.3;
const sight = 120;
const longestJoint = 32;
/** So many letters an abbreviation has that a mere sign may join to its long form. */
const enough = 3;

const says = 'i\\.?\\s?e\\.?,?|that is,?|or|namely|meaning|(?:which )?(?:stands|is short|short) for';
const calls = 'hereafter:?|abbreviated(?: as| to)?|(?:also |commonly )?(?:called|known as|referred to as)';
const sign = '[:;=,]|\\s[\u2013\u2014-]{1,2}';
const lead = new RegExp(`^(?:,?\\s+(?:${says})\\s+|\\s*(${sign})\\s*)["\u201C]?`);
const tail = new RegExp(`["\u201D]?(?:[\\s,(]+(?:${says}|${calls})\\s+|(${sign})\\s*)["\u201C]?$`);

/**
 * What stands beside an abbreviation as its long form without brackets of their own: "SF: long form", "SF, i.e. long form",
 * "long form, or SF". A sign alone tells less than words: a comma counts only where this part of the sentence ends.
 */
export function formBeside(
  text: string,
  start: number,
  end: number,
  shortForm: string,
): BesideForm | undefined {
  const form =
    formAfter(text.slice(end, end + sight), end, shortForm) ?? formBefore(text, start, end, shortForm);
  return form && isSpeltOut(text.slice(form.start, form.end), shortForm) ? form : undefined;
}

/** Whether there are no abbreviations in it: "MRI: MR imaging" says nothing. */
const isSpeltOut = (longForm: string, shortForm: string): boolean =>
  !longForm.includes(shortForm) && !(/\p{Lu}{2}/u.test(longForm) && /\p{Ll}/u.test(longForm));

function formAfter(ahead: string, end: number, shortForm: string): BesideForm | undefined {
  const [joint, joined] = lead.exec(ahead) ?? [];
  if (joint === undefined) return undefined;
  const words = /^[^.,;:()[\]"\u201D\n]*/.exec(ahead.slice(joint.length))?.[0] ?? '';
  const ends = [...words.matchAll(/\S+/g)].map(({ index, 0: word }) => index + word.length);
  for (const most of strictness(shortForm)) {
    for (const length of ends) {
      const at = alignLetters(shortForm, words.slice(0, length), 'start', most);
      if (at === undefined) continue;
      const isEnd = /^\s*(?:[.;)]|$)/m.test(ahead.slice(joint.length + length));
      const isSure = isEnd || isTold(joined) || (joined !== ',' && shortForm.length >= enough);
      return isSure ? { start: end + joint.length + at, end: end + joint.length + length } : undefined;
    }
  }
  return undefined;
}

const strictness = (shortForm: string): readonly number[] =>
  shortForm.length < enough ? [strict] : [strict, lessStrict];

function formBefore(text: string, start: number, end: number, shortForm: string): BesideForm | undefined {
  const behind = text.slice(Math.max(0, start - sight), start);
  const found = tail.exec(behind.slice(-longestJoint));
  if (found === null) return undefined;
  const joint = found[0].length;
  const isEnd = /^[\u201D"]?\s*(?:[.,;)\u2013\u2014]|$)/.test(text.slice(end, end + 3));
  if (!isTold(found[1]) && !(isEnd && shortForm.length >= enough)) return undefined;
  const words = /[^.,;:()[\]"\u201C\n]*$/.exec(behind.slice(0, -joint))?.[0] ?? '';
  const at = strictness(shortForm)
    .map((most) => alignLetters(shortForm, words, 'end', most))
    .find((place) => place !== undefined);
  const last = start - joint;
  return at === undefined ? undefined : { start: last - words.length + at, end: last };
}

/** Whether words say so, or the sign for it. */
const isTold = (joined: string | undefined): boolean => joined === undefined || joined === '=';
