import { readNct } from './read-nct.ts';
import type { RegistryKey } from './registries.ts';

/** An identifier in a text, or what was meant as one. */
export interface FoundIdentifier {
  /** Offsets into the text, in UTF-16 units; end exclusive. */
  readonly start: number;
  readonly end: number;
  /** In its plain form: `NCT01234567`, `CTRI/2017/06/008901`. What is malformed as it is written, gaps closed. */
  readonly id: string;
  readonly registry: RegistryKey;
  /** It is no identifier: `diagnoseIdentifier` says what is wrong with it. */
  readonly isMalformed: boolean;
}

/** How one registry's identifiers are written. */
interface Form {
  readonly registry: RegistryKey;
  readonly pattern: RegExp;
  readonly plain: (...parts: string[]) => string;
  /** Only behind such words, at most `contextLength` before: the form alone could be anything. */
  readonly behind?: RegExp;
}

// Between letters and number: "DRKS-ID: 00003498", "UMIN No. 000012045".
const label = String.raw`(?:[\s:-]{0,2}(?:registr(?:y|ation)|id(?:entifier)?|n(?:umber|o|r))\b\.?){0,3}[\s:#=]{0,3}-?\s?`;
const dash = String.raw`[-\u2010-\u2015\u2212]`;
/** Within a number: one space, or the end of a line. */
const gap = String.raw`(?:[^\S\n]|-?[^\S\n]*\n\s*)?`;
const eight = String.raw`(\d{8}|(?!20\d\d${gap}20)\d{4}${gap}\d{4}|\d\d${gap}\d{3}${gap}\d{3})`;
const contextLength = 80;
// EudraCT counts each year from 000001, CTIS from 500000: what else has this outline is no trial.
const european = `(20[0-4]\\d)${dash}(00\\d{4}|5\\d{5})${dash}(\\d\\d)(?:${dash}(\\d\\d)(?!\\d)|(?!${dash}?\\d))`;
/** Other things with numbers of that outline. */
const notATrial =
  /(?:\+\d{1,3}|\b(?:tel|telephone|phone|fax|mobile|isbn|issn|pii|sku|order|invoice|account|catalogue?|cat|part|item|model|serial|patent|ticket|case|grant|award|contract))[\W_]{0,3}(?:(?:no|nr|number|id)[\W_]{0,3})?$/i;

function form(
  registry: RegistryKey,
  source: string,
  plain: Form['plain'],
  { exactCase = false, behind }: { readonly exactCase?: boolean; readonly behind?: RegExp } = {},
): Form {
  const pattern = new RegExp(`${source}(?!\\d)`, exactCase ? 'y' : 'iy');
  return { registry, pattern, plain, ...(behind && { behind }) };
}

const digitsOf = (written: string): string => written.replace(/\D/g, '');
const australian = String.raw`(\d{14}|126\d\d${gap}\d{4}${gap}\d{5}|126${gap}\d{11})`;
const toActrn = (number: string, early: string): string => `ACTRN${digitsOf(number)}${early}`;
const withDashes = (...parts: string[]): string => parts.filter(Boolean).join('-');
const ofRegister = { exactCase: true, behind: /regist|\btrial/i };

// By the letters they begin with. Where each form comes from stands in core/registries.ts.
const forms = new Map<string, readonly Form[]>([
  ['ISRCTN', [form('isrctn', `ISRCTN${label}${eight}`, (number) => `ISRCTN${digitsOf(number)}`)]],
  ['ACTRN', [form('anzctr', `ACTRN${label}${australian}(p?)`, toActrn)]],
  ['ANZCTR', [form('anzctr', `ANZCTR(?:N|${label})${australian}(p?)`, toActrn)]],
  [
    'CHICTR',
    [
      form('chictr', `ChiCTR${label}(\\d{10})`, (number) => `ChiCTR${number}`),
      form(
        'chictr',
        `ChiCTR[\\s-]?([A-Z]{2,5})[\\s-]?(\\d{8})`,
        (type, number) => `ChiCTR-${type.toUpperCase()}-${number}`,
      ),
    ],
  ],
  ['ITMCTR', [form('itmctr', 'ITMCTR[\\s-]?(\\d{10})', (number) => `ITMCTR${number}`)]],
  [
    'CTRI',
    [
      form(
        'ctri',
        'CTRI[\\s:#]{0,2}[\\/-]?\\s?(\\d{4})\\s?[\\/-]\\s?(\\d{2,3})\\s?[\\/-]\\s?(\\d{6})',
        (...parts) => `CTRI/${parts.join('/')}`,
      ),
    ],
  ],
  ['DRKS', [form('drks', `DRKS${label}(\\d{8})`, (number) => `DRKS${number}`)]],
  [
    'EUDRACT',
    [
      form('euctr', `EudraCT[:#]?${european}`, withDashes),
      form('euctr', `EudraCT${label}(20[0-4]\\d)[\\s/](00\\d{4})[\\s/](\\d\\d)`, withDashes),
    ],
  ],
  ['EUCTR', [form('euctr', `EUCTR[\\s:]?${european}`, withDashes)]],
  ['CTIS', [form('ctis', `CTIS[\\s:]?${european}`, withDashes)]],
  ['20', [form('euctr', `${european}(?![A-Za-z])`, withDashes)]],
  [
    'IRCT',
    [form('irct', `IRCT${label}(\\d{8,16})\\s?N\\s?(\\d{1,3})`, (number, part) => `IRCT${number}N${part}`)],
  ],
  [
    'UMIN',
    [
      form(
        'umin',
        `UMIN(?:-?CTR)?${label}(?:UMIN)?(C?)(\\d{9})`,
        (old, number) => `${old === '' ? 'UMIN' : 'C'}${number}`,
      ),
    ],
  ],
  ['JPRN-C', [form('umin', 'JPRN-C(\\d{9})', (number) => `C${number}`)]],
  [
    'JRCT',
    [
      form('jrct', 'jRCT[\\s-]?([a-z])(\\d{9})', (kind, number) => `jRCT${kind.toLowerCase()}${number}`),
      form('jrct', 'jRCT[\\s:]{0,2}(\\d{10})', (number) => `jRCT${number}`),
    ],
  ],
  ['JAPIC', [form('japic', 'Japic-?CTI[\\s:-]{0,2}(\\d{6})', (number) => `JapicCTI-${number}`)]],
  ['JMA', [form('jmacct', 'JMA-?IIA[\\s-]?(\\d{5})', (number) => `JMA-IIA${number}`)]],
  ['KCT', [form('cris', `KCT${label}(\\d{7})`, (number) => `KCT${number}`)]],
  [
    'NTR',
    [
      form('ntr', 'NTR(\\d{3,5})', (number) => `NTR${number}`, { exactCase: true }),
      form('ntr', 'NTR[\\s:-]{1,2}(\\d{4})', (number) => `NTR${number}`, ofRegister),
    ],
  ],
  [
    'NL',
    [
      form('ntr', 'NL-OMON\\s?(\\d{4,6})', (number) => `NL-OMON${number}`),
      // Not NL26560.042.09, a file number of the Dutch ethics committees.
      form('ntr', 'NL(\\d{4})(?!\\.\\d)', (number) => `NL${number}`, ofRegister),
    ],
  ],
  ['PACTR', [form('pactr', `PACTR${label}(\\d{15,16})`, (number) => `PACTR${number}`)]],
  [
    'RBR',
    [form('rebec', 'RBR-(?=[a-z]*\\d)([0-9a-z]{6,8})(?![a-z])', (rest) => `RBR-${rest.toLowerCase()}`)],
  ],
  [
    'PER',
    [form('repec', 'PER-(\\d{3})-(\\d{2})', (...parts) => `PER-${parts.join('-')}`, { exactCase: true })],
  ],
  ['RPCEC', [form('rpcec', `RPCEC${label}(\\d{8})`, (number) => `RPCEC${number}`)]],
  [
    'SLCTR',
    [
      form(
        'slctr',
        'SLCTR\\s?[\\/-]\\s?(\\d{4})\\s?[\\/-]\\s?(\\d{3})',
        (...parts) => `SLCTR/${parts.join('/')}`,
      ),
    ],
  ],
  ['TCTR', [form('tctr', `TCTR${label}(\\d{11})`, (number) => `TCTR${number}`)]],
  ['LBCTR', [form('lbctr', `LBCTR${label}(\\d{10})`, (number) => `LBCTR${number}`)]],
]);

const letters = ['NCT', ...forms.keys()].filter((begin) => /[A-Z]/.test(begin)).join('|');
// One pass for all registries. The look-behind, rather than \b, takes `Prot_NCT01234567.pdf`.
const anchors = new RegExp(
  `(?<![A-Za-z0-9])(?:${letters})|(?<![A-Za-z0-9.]|[A-Za-z0-9]${dash})20(?=\\d\\d${dash}\\d{6}${dash})`,
  'gi',
);

// What a reader does not see (soft hyphens, joiners, bidi controls), and ASCII in the width of CJK.
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
const needsFolding = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFF01-\uFF5E]/;

/**
 * Every trial identifier in the text, of any registry we know the form of, known to us or not: with spaces, dashes and
 * soft hyphens in it, behind `No.` or `#`, in any letter case; and what was meant as a ClinicalTrials.gov identifier and
 * is none. Left to right, none overlapping. A number is never taken out of a longer one.
 */
export function findIdentifiers(text: string): FoundIdentifier[] {
  if (!needsFolding.test(text)) return findInPlain(text);
  const { plain, offsets } = foldWidths(text);
  return findInPlain(plain).map((found) => ({
    ...found,
    start: offsets[found.start] ?? 0,
    end: (offsets[found.end - 1] ?? 0) + 1,
  }));
}

/**
 * Whether `findIdentifiers` may find something in a text without five digits in a row: where letters stand for digits,
 * digits come in small groups, or the form itself is short.
 */
export function mayHoldIdentifier(text: string): boolean {
  return /[\d\uFF10-\uFF19]/.test(text) && shortForm.test(text);
}
const shortForm = /NCT|Nct|nct[\s0:#/_-]|ISRCTN|isrctn|RBR-|rbr-|SLCTR|PER-|NTR|NL|omon|\uFF34/;

function findInPlain(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = [];
  anchors.lastIndex = 0;
  for (let anchor = anchors.exec(text); anchor !== null; anchor = anchors.exec(text)) {
    const [begin] = anchor;
    const identifier = /^nct$/i.test(begin)
      ? findNct(text, anchor.index)
      : findByForm(text, anchor.index, forms.get(begin.toUpperCase()) ?? []);
    if (identifier === undefined) continue;
    found.push(identifier);
    anchors.lastIndex = identifier.end;
  }
  return found;
}

function findNct(text: string, start: number): FoundIdentifier | undefined {
  const nct = readNct(text, start);
  return nct && { start, end: nct.end, id: nct.id, registry: 'nct', isMalformed: nct.isMalformed };
}

function findByForm(text: string, start: number, possible: readonly Form[]): FoundIdentifier | undefined {
  for (const { registry, pattern, plain, behind } of possible) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    const before = text.slice(Math.max(0, start - contextLength), start);
    if (behind !== undefined && !behind.test(before)) continue;
    const isBareNumber = /\d/.test(text.charAt(start));
    // 10.1234/2010-001234-12 is the address of a publication.
    if (isBareNumber && (/10\.\d{4,9}\/\S*$/.test(before) || notATrial.test(before))) continue;
    const [whole, ...parts] = match;
    const id = plain(...parts.map((part) => part ?? ''));
    const isCtis = registry === 'euctr' && /^\d{4}-5/.test(id);
    return { start, end: start + whole.length, id, registry: isCtis ? 'ctis' : registry, isMalformed: false };
  }
  return undefined;
}

/** The text without what nobody sees and in plain width, and where each of its units stood; lengths must be told apart. */
function foldWidths(text: string): { readonly plain: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (unseen.test(char)) continue;
    const code = text.charCodeAt(at);
    plain += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
    offsets.push(at);
  }
  return { plain, offsets };
}
