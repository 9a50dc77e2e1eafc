import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRecogniser } from '@/core/create-recogniser.ts';
import { diagnoseIdentifier } from '@/core/diagnose-identifier.ts';
import { findIdentifiers } from '@/core/find-identifiers.ts';
import { registries } from '@/core/registries.ts';

/** What is found, in order; a question mark before what is malformed. */
const idsIn = (text: string): string[] =>
  findIdentifiers(text).map(({ id, isMalformed }) => (isMalformed ? `?${id}` : id));

const one = 'NCT01874951';

const clinicalTrials: [text: string, ids: string[]][] = [
  ['This trial is registered (NCT01874951).', [one]],
  ['NCT01874951', [one]],
  ['ClinicalTrials.gov identifier: NCT01874951.', [one]],
  ['clinicaltrials.gov/ct2/show/NCT01874951', [one]],
  ['https://clinicaltrials.gov/study/NCT01874951?tab=results', [one]],
  ['nct01874951', [one]],
  ['Nct02529358', ['NCT02529358']],
  ['nCt01208194', ['NCT01208194']],
  ['NCT 00902941', ['NCT00902941']],
  ['NCT#00379470', ['NCT00379470']],
  ['NCT #00379470', ['NCT00379470']],
  ['NCT: 01874951', [one]],
  ['NCT:01874951', [one]],
  ['NCT-01874951', [one]],
  ['NCT\u201301874951', [one]],
  ['NCT - 01874951', [one]],
  ['NCT No. 01874951', [one]],
  ['NCT number 01874951', [one]],
  ['NCT Number: 03849118', ['NCT03849118']],
  ['NCT ID: 01874951', [one]],
  ['NCT identifier 01874951', [one]],
  ['NCT number: NCT01874951', [one]],
  ['NCT_01874951', [one]],
  ['NCT01882777_2', ['NCT01882777']],
  ['Prot_NCT01234567.pdf', ['NCT01234567']],
  ['Prot_SAP_000_NCT01234567_v2.docx', ['NCT01234567']],
  ['/large-docs/51/NCT01874951/Prot_SAP_000.pdf', [one]],
  ['NCT0187 4951', [one]],
  ['NCT 0187 4951', [one]],
  ['NCT-0187-4951', [one]],
  ['NCT01 874 951', [one]],
  ['NCT01 87 49 51', [one]],
  ['NCT0187\n4951', [one]],
  ['NCT018749-\n51', [one]],
  ['NCT01\n        874951', [one]],
  ['NCT\n01874951', [one]],
  ['NCT0187\u00AD4951', [one]],
  ['NCT018\u00AD749\u00AD51', [one]],
  ['N\u00ADCT01874951', [one]],
  ['NCT0187\u200B4951', [one]],
  ['NCT0187\u00A04951', [one]],
  ['NCT0187\u20094951', [one]],
  ['\u202ANCT01874951\u202C', [one]],
  ['\uFF2E\uFF23\uFF34\uFF10\uFF11\uFF18\uFF17\uFF14\uFF19\uFF15\uFF11', [one]],
  ['\u6CE8\u518C\u53F7NCT01874951\u3002', [one]],
  ['NCT01874951, NCT02617719 and NCT04665219', [one, 'NCT02617719', 'NCT04665219']],
  ['NCT01874951/NCT02617719', [one, 'NCT02617719']],
  ['NCT01874951;NCT02617719', [one, 'NCT02617719']],
  ['NCT0187 4951 2019 patients', [one]],
  ['NCT01874951 12 patients', [one]],
  ['NCT01874951and', [one]],
  ['(NCT01874951)2', [one]],
  ['NCT01874951\u00B9', [one]],
  ['[NCT01874951]', [one]],
  ['"nct01874951"', [one]],
  ['trial=NCT01874951&tab=1', [one]],
  ['NCT01874951-002', [one]],
  ['NCT00000102', ['NCT00000102']],
  ['NCT nos. 01874951', [one]],
  ['NCT numbers: 01874951', [one]],
  ['NCT/01874951', [one]],
  ['NCT code 01874951', [one]],
  ['NCT registry number: NCT01874951', [one]],
  ['nct_id: "NCT01874951"', [one]],
  ['NCT0 1874951', [one]],
  ['NCT 018 749 51', [one]],
  ['NCT0187\u20114951', [one]],
  ['NCT\u22120187\u22124951', [one]],
  ['NCT\uFF10\uFF11\uFF18\uFF17\uFF14\uFF19\uFF15\uFF11', [one]],
  ['NCT01874951\u2013NCT01874960', [one, 'NCT01874960']],
  ['NCT01874951-NCT01874960', [one, 'NCT01874960']],
  ['NCT01874951 (NCT02617719)', [one, 'NCT02617719']],
  ['NCT01874951[12]', [one]],
  ['NCT01874951.12', [one]],
  ['NCT01874951,12', [one]],
  ['NCT01874951v2', [one]],
  ['NCTNCT01874951', []],
  ['NCT NCT01874951', [one]],
];

const malformed: [text: string, ids: string[]][] = [
  ['NCT123456789', ['?NCT123456789']],
  ['NCT1234567', ['?NCT1234567']],
  ['NCT123456', ['?NCT123456']],
  ['NCT0187495112', ['?NCT0187495112']],
  ['NCT00000000', ['?NCT00000000']],
  ['nct00000000', ['?NCT00000000']],
  ['NCTO2950051', ['?NCTO2950051']],
  ['NCT0295005l', ['?NCT0295005l']],
  ['NCT0295O051', ['?NCT0295O051']],
  ['NCT0295005I', ['?NCT0295005I']],
  ['NCT01874951l', ['?NCT01874951l']],
  ['NCT: 1234567', ['?NCT1234567']],
  ['NCT No. 123456', ['?NCT123456']],
  ['NCT 1234567', ['?NCT1234567']],
  ['nct1234567', ['?NCT1234567']],
  ['NCT0187495 1', ['?NCT0187495']],
  ['NCT1234567 and NCT01874951', ['?NCT1234567', one]],
];

const otherRegistries: [text: string, ids: string[]][] = [
  ['ISRCTN78805636', ['ISRCTN78805636']],
  ['ISRCTN 02452400', ['ISRCTN02452400']],
  ['isrctn02452400', ['ISRCTN02452400']],
  ['https://doi.org/10.1186/ISRCTN02452400', ['ISRCTN02452400']],
  ['Current Controlled Trials number ISRCTN: 02452400', ['ISRCTN02452400']],
  ['ACTRN12605000001617', ['ACTRN12605000001617']],
  ['ACTRN 12605000001617', ['ACTRN12605000001617']],
  ['ACTRN12605000001617p', ['ACTRN12605000001617p']],
  ['ChiCTR2000029308', ['ChiCTR2000029308']],
  ['chictr-1800012345', ['ChiCTR1800012345']],
  ['ChiCTR-1800012345', ['ChiCTR1800012345']],
  ['ChiCTR-TRC-08000101', ['ChiCTR-TRC-08000101']],
  ['ChiCTR-IPR-15006000', ['ChiCTR-IPR-15006000']],
  ['ITMCTR2022000094', ['ITMCTR2022000094']],
  ['CTRI/2017/06/008901', ['CTRI/2017/06/008901']],
  ['CTRI / 2017 / 06 / 008901', ['CTRI/2017/06/008901']],
  ['CTRI No: 12', []],
  ['DRKS00005115', ['DRKS00005115']],
  ['DRKS 00003170', ['DRKS00003170']],
  ['DRKS Number: 00003246', ['DRKS00003246']],
  ['DRKS: 00004353', ['DRKS00004353']],
  ['DRKS No Number: 00013730', ['DRKS00013730']],
  ['DRKS ID 00003498', ['DRKS00003498']],
  ['EudraCT 2004-002714-11', ['2004-002714-11']],
  ['EudraCT number: 2004-002714-11', ['2004-002714-11']],
  ['EUCTR2004-002714-11-GB', ['2004-002714-11']],
  ['euctr2020-001808-42', ['2020-001808-42']],
  ['2020\u2013001934\u201337', ['2020-001934-37']],
  ['EU CT number 2022-500012-12-00', ['2022-500012-12-00']],
  ['CTIS2022-500012-12-00', ['2022-500012-12-00']],
  ['2022-500012-12', ['2022-500012-12']],
  ['IRCT2016080318745N10', ['IRCT2016080318745N10']],
  ['IRCT138903124112N1', ['IRCT138903124112N1']],
  ['UMIN000012045', ['UMIN000012045']],
  ['(UMIN:000000562,', ['UMIN000000562']],
  ['JPRN-UMIN000012045', ['UMIN000012045']],
  ['UMIN-CTR ID: UMIN000012045', ['UMIN000012045']],
  ['JPRN-C000000123', ['C000000123']],
  ['jRCTs031180248', ['jRCTs031180248']],
  ['JPRN-jRCTs031180248', ['jRCTs031180248']],
  ['jRCT2080220001', ['jRCT2080220001']],
  ['JapicCTI-132145', ['JapicCTI-132145']],
  ['JMA-IIA00123', ['JMA-IIA00123']],
  ['KCT0001234', ['KCT0001234']],
  ['NTR4269', ['NTR4269']],
  ['Nederlands Trial Register: NTR 4269', ['NTR4269']],
  ['Netherlands Trial Register (NL9229)', ['NL9229']],
  ['NL-OMON12345', ['NL-OMON12345']],
  ['PACTR202406532417953', ['PACTR202406532417953']],
  ['PACTR 2010020001429343', ['PACTR2010020001429343']],
  ['RBR-6ttwm4', ['RBR-6ttwm4']],
  ['RBR-4Q2HKF', ['RBR-4q2hkf']],
  ['RPCEC00000123', ['RPCEC00000123']],
  ['SLCTR/2017/025', ['SLCTR/2017/025']],
  ['TCTR20200101001', ['TCTR20200101001']],
  ['LBCTR2019070214', ['LBCTR2019070214']],
  ['PER-106-20', ['PER-106-20']],
  ['ISRCTN7880 5636', ['ISRCTN78805636']],
  ['ISRCTN78 805 636', ['ISRCTN78805636']],
  ['ISRCTN7880-\n 5636', ['ISRCTN78805636']],
  ['ISRCTN:ISRCTN78805636', ['ISRCTN78805636']],
  ['ISRCTN\u00AD7880\u00AD5636', ['ISRCTN78805636']],
  ['ACTRN12605 0000 01617', ['ACTRN12605000001617']],
  ['ACTRN126 05000001617', ['ACTRN12605000001617']],
  ['ANZCTR12605000001617', ['ACTRN12605000001617']],
  ['ANZCTR: 12605000001617', ['ACTRN12605000001617']],
  ['ANZCTRN12605000001617', ['ACTRN12605000001617']],
  ['ANZCTR number ACTRN12605000001617', ['ACTRN12605000001617']],
  ['ChiCTR: 2100012345', ['ChiCTR2100012345']],
  ['ChiCTR No. 2100012345', ['ChiCTR2100012345']],
  ['ChiCTR-IOR-17010112', ['ChiCTR-IOR-17010112']],
  ['ChiCTR-INR-16009899', ['ChiCTR-INR-16009899']],
  ['CTRI-2017-06-008901', ['CTRI/2017/06/008901']],
  ['CTRI/2009/091/000123', ['CTRI/2009/091/000123']],
  ['EudraCT2004-002714-11', ['2004-002714-11']],
  ['EudraCT No. 2004/002714/11', ['2004-002714-11']],
  ['EudraCT 2004 002714 11', ['2004-002714-11']],
  ['EudraCT 2004-002714-11-DE', ['2004-002714-11']],
  ['2022-500014-26-00', ['2022-500014-26-00']],
  ['EU CT: 2023\u2011508123\u201111\u201100', ['2023-508123-11-00']],
  ['jRCT-s031180248', ['jRCTs031180248']],
  ['jRCT1031180123', ['jRCT1031180123']],
  ['jRCT1080220123', ['jRCT1080220123']],
  ['JapicCTI: 132145', ['JapicCTI-132145']],
  ['NL-OMON 12345', ['NL-OMON12345']],
  ['RBR-10abcd7', ['RBR-10abcd7']],
  ['SLCTR-2017-025', ['SLCTR/2017/025']],
  ['ISRCTN78805636; NCT01874951; 2004-002714-11', ['ISRCTN78805636', one, '2004-002714-11']],
];

const lookAlikes: string[] = [
  'ANCT12345678',
  'INCT01874951',
  '1NCT01874951',
  'NCT',
  'NCT 12',
  'NCT 127 released a record in 2019',
  'NCT Dream, NCT U and NCT 127',
  'NCT-503 inhibits PHGDH',
  'NCT 2019',
  'NCT 123456 mice',
  'NCT12345',
  'NCT012345678901',
  'NCT0187495abc',
  'NCTabcdefgh',
  'distinct 12345678',
  'function01874951',
  'instinct: 01874951',
  'Nationales Centrum f\u00FCr Tumorerkrankungen (NCT) Heidelberg, 69120',
  '10.1136/gutjnl-2012-302759',
  'doi:10.1234/2010-001234-12',
  '10.1001/jama.2012.12345678',
  'PMID: 12345678',
  'PMC12345678',
  'NIH grant R01AA012345678',
  'GSE12345678',
  'SAMN01874951',
  'PRJNA01874951',
  'rs12345678',
  '01874951',
  '+49 6221 566 1234',
  '2012-302759-11',
  '1999-001234-12',
  'ISO 2004-123456-12',
  'the NCT 2019-2020',
  'NCT 2019 2020',
  'NCT01.874.951',
  'ISBN 2004-002714-11',
  'PII 2004-002714-11',
  'tel. 2004-002714-11',
  'Tel.: +49 2004-002714-11',
  'Order No. 2004-002714-11',
  'grant number 2004-002714-11',
  'SKU 2004-002714-11',
  '2004-002714-11T10',
  '2099-002714-11',
  '2022-500014-26-000',
  '2022-500014-26-0',
  'S2004-002714-11',
  '10.1016/j.2004-002714-11',
  'ISSN 2004-0027',
  'ISBN 978-3-16-148410-0',
  '2004-12-31',
  'R01 MH012345',
  '5R01MH012345-02',
  'U01DA012345',
  'CVE-2020-12345',
  'US2004002714',
  'ORCID 0000-0002-1825-0097',
  '+1-202-555-0173',
  'CAS 16590-41-3',
  'SAMEA12345678',
  'IRAS 123456',
  'NIHR123456',
  'REF/2017/06/008901',
  'ISRCTN788 05636 patients'.replace(' patients', '1'),
  'ISRCTN 2019 2020 2021',
  'ANZCTR 2019',
  'ChiCTR 2019',
  'CTRI-2017-06',
  'ISRCTN7880563',
  'ISRCTN788056361',
  'ISCRTN06180958',
  'MISRCTN78805636',
  'ACTRN1260500000161',
  'ACTRN126050000016171',
  'IRCT20181201041815N',
  'DRKS0000511',
  'KCT00012345',
  'nl-2012-302759',
  'NL26560.042.09',
  'CCMO dossier number in the trial register: NL41789.078.13',
  '1234 NL1012 Amsterdam',
  'the NTR 2012 assay',
  'NTR1 antagonists',
  'per 100 000',
  'per 100 00',
  'per-106-20',
  'PER 106 20',
  'RBR-resins',
  'RBR-123',
  'ZINC000052955',
  'UMIN00001204',
  'KCT channels 0001234567',
  'CTRI/2017/06',
  'U1111-1234-5678',
  'PACTR20240653241795',
];

test(`the table has at least 120 rows`, () => {
  expect(
    clinicalTrials.length + malformed.length + otherRegistries.length + lookAlikes.length,
  ).toBeGreaterThan(120);
});

test.each([...clinicalTrials, ...malformed, ...otherRegistries])('%j holds %j', (text, ids) =>
  expect(idsIn(text)).toEqual(ids),
);

test.each(lookAlikes)('%j holds no identifier', (text) => expect(idsIn(text)).toEqual([]));

const { recognise } = createRecogniser({ compiled: '2026-11-23', names: [] });
test.each([...clinicalTrials, ...malformed, ...otherRegistries])(
  'a page with %j is read for it',
  (text, ids) =>
    expect(recognise(text).mentions.flatMap(({ entryIds }) => entryIds)).toEqual(
      ids.map((id) => `trial:${id}`),
    ),
);

test('an identifier is told from where it stands, unseen characters included', () => {
  const text = 'See NCT0187\u00AD4951, please.';
  expect(findIdentifiers(text)).toEqual([
    { start: 4, end: 16, id: one, registry: 'nct', isMalformed: false },
  ]);
  expect(text.slice(4, 16)).toBe('NCT0187\u00AD4951');
});

test.each(Object.entries(registries))('the example of %s has its form, and a link to it', (key, registry) => {
  expect(findIdentifiers(`(${registry.example})`)).toMatchObject([{ id: registry.example, registry: key }]);
  const url = new URL(registry.url(registry.example));
  expect(url.protocol).toBe('https:');
  expect(decodeURIComponent(url.href)).toContain(registry.example);
  expect(registry.formSource).toMatch(/^https:\/\//);
});

test('random text never yields an identifier it does not hold', () => {
  const unit = fc.constantFrom(
    ...'NCTnct0123456789OolI -\n:#\u00AD.',
    'NCT',
    'NCT0',
    'ISRCTN',
    'ANZCTR',
    'ACTRN126',
    'ChiCTR',
    'CTRI/2019/',
    'EudraCT',
    '20',
    '/',
    'IRCT2018',
    'jRCTs03',
    'DRKS00',
    '2004-00',
    'No.',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
      const text = units.join('');
      let last = 0;
      for (const { start, end, id, isMalformed, registry } of findIdentifiers(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
        const held = text.slice(start, end).replace(/[^A-Za-z0-9|]/g, '');
        const digitsOf = (written: string): string => written.replace(/\D/g, '');
        expect(digitsOf(held)).toBe(digitsOf(id));
        expect(text.charAt(end)).not.toMatch(/\d/);
        expect(text.charAt(start - 1)).not.toMatch(/[A-Za-z0-9]/);
        if (registry !== 'nct') continue;
        expect(held.slice(0, 3).toUpperCase()).toBe('NCT');
        expect(/^NCT\d{8}$/.test(id) && !/^NCT0+$/.test(id)).toBe(!isMalformed);
        expect(diagnoseIdentifier(id) === undefined).toBe(!isMalformed);
      }
      // No text is passed over that holds one.
      expect(recognise(text).mentions.map(({ start }) => start)).toEqual(
        findIdentifiers(text).map(({ start }) => start),
      );
    }),
    { numRuns: 5000 },
  );
});

test('what is found in a text is found in it wherever it stands', () => {
  const words = fc.constantFrom('of', 'patients', '(', '12', '2019', 'n = 45', '\u00E9t\u00E9', 'trial');
  fc.assert(
    fc.property(
      fc.array(words),
      fc.constantFrom(...clinicalTrials.filter(([, ids]) => ids.length === 1)),
      fc.array(words.filter((word) => !/^\d/.test(word))),
      (before, [text, ids], after) => {
        expect(idsIn(`${before.join(' ')} ${text} ${after.join(' ')}`)).toEqual(ids);
      },
    ),
  );
});

test.each([
  ['NCT1234567', 'too-few-digits', ['NCT01234567']],
  ['NCT123456', 'too-few-digits', ['NCT00123456']],
  ['NCT123456789', 'too-many-digits', ['NCT12345678', 'NCT23456789']],
  ['NCT018749511', 'too-many-digits', ['NCT01874951', 'NCT18749511']],
  ['NCT004466521', 'too-many-digits', ['NCT00446652', 'NCT04466521', 'NCT00466521', 'NCT00446521']],
  ['NCT0187495112', 'too-many-digits', ['NCT01874951', 'NCT87495112']],
  ['NCTO2950051', 'letters', ['NCT02950051']],
  ['NCT0295005l', 'letters', ['NCT02950051']],
  ['NCT0295OO5I', 'letters', ['NCT02950051']],
  ['NCT00000000', 'all-zeros', []],
  ['NCTOOOOO000', 'letters', []],
])('%j: %s, may be meant as %j', (written, fault, candidates) =>
  expect(diagnoseIdentifier(written)).toMatchObject({ fault, candidates }),
);

test.each(['NCT01874951', 'ISRCTN78805636', 'NCT12', 'naltrexone', ''])(
  '%j has nothing wrong with it',
  (written) => expect(diagnoseIdentifier(written)).toBeUndefined(),
);
