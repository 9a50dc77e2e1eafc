/** The registries whose identifiers are recognised by their form. */
export type RegistryKey =
  | 'nct'
  | 'isrctn'
  | 'anzctr'
  | 'chictr'
  | 'itmctr'
  | 'ctri'
  | 'drks'
  | 'euctr'
  | 'ctis'
  | 'irct'
  | 'umin'
  | 'jrct'
  | 'japic'
  | 'jmacct'
  | 'cris'
  | 'ntr'
  | 'pactr'
  | 'rebec'
  | 'repec'
  | 'rpcec'
  | 'slctr'
  | 'tctr'
  | 'lbctr';

/** A registry of trials, as a card names it. */
export interface Registry {
  readonly name: string;
  /** In words: "ISRCTN and eight digits". */
  readonly form: string;
  /** An identifier of that form, made up or old. */
  readonly example: string;
  /** Where the form was read. */
  readonly formSource: string;
  /** The page about a trial. */
  readonly url: (id: string) => string;
  /** The page is that of the WHO's search portal: the registry has no address that follows from its identifiers. */
  readonly isPortal: boolean;
}

// Forms that were tried on 10,000 PubMed records, and on ICTRP's own 428,822 identifiers of 2018.
const ctregistries = 'https://rdrr.io/github/maia-sh/ctregistries/man/registries.html';
const trialstreamer = 'https://github.com/ijmarshall/trialstreamer';
const ecrin = 'https://github.com/ecrin-github/MDR_Harvester';

/** The WHO's portal has every trial of its primary registries under the registry's identifier. */
const portal = (prefix = '') => ({
  url: (id: string) => `https://trialsearch.who.int/Trial2.aspx?TrialID=${encodeURIComponent(prefix + id)}`,
  isPortal: true,
});
const own = (begin: string) => ({ url: (id: string) => begin + encodeURIComponent(id), isPortal: false });

/**
 * What is known of each registry: ClinicalTrials.gov and the primary registries of the WHO's platform (https://www.who.int/tools/clinical-trials-registry-platform/network/primary-registries), with
 * the parts of the Japanese network and the two European registers told apart. `core/find-identifiers.ts` has the forms
 * as patterns; it goes into every page, this table does not.
 */
export const registries: Readonly<Record<RegistryKey, Registry>> = {
  nct: {
    name: 'ClinicalTrials.gov',
    form: 'NCT and eight digits',
    example: 'NCT01874951',
    formSource: 'https://clinicaltrials.gov/policy/reporting-requirements',
    ...own('https://clinicaltrials.gov/study/'),
  },
  isrctn: {
    name: 'ISRCTN registry',
    form: 'ISRCTN and eight digits',
    example: 'ISRCTN78805636',
    formSource: 'https://build.fhir.org/ig/HL7/UTG/en/NamingSystem-ISRCTN.html',
    ...own('https://www.isrctn.com/'),
  },
  anzctr: {
    name: 'Australian New Zealand Clinical Trials Registry',
    form: 'ACTRN and fourteen digits, with a p while it is not yet accepted',
    example: 'ACTRN12605000001617',
    formSource: 'https://www.anzctr.org.au/Faq.aspx',
    url: (id) => `https://www.anzctr.org.au/${encodeURIComponent(id.replace(/p$/, ''))}.aspx`,
    isPortal: false,
  },
  chictr: {
    name: 'Chinese Clinical Trial Registry',
    form: 'ChiCTR and ten digits; earlier a type of study and eight digits',
    example: 'ChiCTR2000029308',
    formSource: trialstreamer,
    ...portal(),
  },
  itmctr: {
    name: 'International Traditional Medicine Clinical Trial Registry',
    form: 'ITMCTR and ten digits',
    example: 'ITMCTR2022000094',
    formSource: ecrin,
    ...portal(),
  },
  ctri: {
    name: 'Clinical Trials Registry – India',
    form: 'CTRI, year, month and six digits, with slashes',
    example: 'CTRI/2017/06/008901',
    formSource: trialstreamer,
    ...portal(),
  },
  drks: {
    name: 'German Clinical Trials Register',
    form: 'DRKS and eight digits',
    example: 'DRKS00005115',
    formSource: ctregistries,
    ...own('https://drks.de/search/en/trial/'),
  },
  euctr: {
    name: 'EU Clinical Trials Register',
    form: 'an EudraCT number: year, six digits and two more, with dashes',
    example: '2004-002714-11',
    formSource: ctregistries,
    ...own('https://www.clinicaltrialsregister.eu/ctr-search/search?query='),
  },
  ctis: {
    name: 'EU Clinical Trials Information System',
    form: 'year, six digits from 500000 on and two more, with dashes, and two for the version of the application',
    example: '2022-500012-12-00',
    formSource: 'https://euclinicaltrials.eu/guidance-and-q-as/',
    ...own('https://euclinicaltrials.eu/ctis-public/view/'),
  },
  irct: {
    name: 'Iranian Registry of Clinical Trials',
    form: 'IRCT, a number with its date in it, N and a count',
    example: 'IRCT2016080318745N10',
    formSource: ctregistries,
    ...portal(),
  },
  umin: {
    name: 'UMIN Clinical Trials Registry (Japan)',
    form: 'UMIN and nine digits; earlier C and nine digits',
    example: 'UMIN000012045',
    formSource: trialstreamer,
    ...portal('JPRN-'),
  },
  jrct: {
    name: 'Japan Registry of Clinical Trials',
    form: 'jRCT and ten digits, or a letter and nine',
    example: 'jRCTs031180248',
    formSource: ctregistries,
    ...own('https://jrct.mhlw.go.jp/en-latest-detail/'),
  },
  japic: {
    name: 'JAPIC Clinical Trials Information (Japan)',
    form: 'JapicCTI and six digits',
    example: 'JapicCTI-132145',
    formSource: trialstreamer,
    ...portal('JPRN-'),
  },
  jmacct: {
    name: 'JMACCT Clinical Trials Registry (Japan)',
    form: 'JMA-IIA and five digits',
    example: 'JMA-IIA00123',
    formSource: trialstreamer,
    ...portal('JPRN-'),
  },
  cris: {
    name: 'Clinical Research Information Service (Korea)',
    form: 'KCT and seven digits',
    example: 'KCT0001234',
    formSource: trialstreamer,
    ...portal(),
  },
  ntr: {
    name: 'Dutch trial register',
    form: 'NL-OMON and digits; earlier NL and four digits, or NTR and up to five',
    example: 'NTR4269',
    formSource: ctregistries,
    ...portal(),
  },
  pactr: {
    name: 'Pan African Clinical Trials Registry',
    form: 'PACTR and fifteen or sixteen digits',
    example: 'PACTR202406532417953',
    formSource: ctregistries,
    ...portal(),
  },
  rebec: {
    name: 'Brazilian Clinical Trials Registry',
    form: 'RBR and six to eight letters and digits',
    example: 'RBR-6ttwm4',
    formSource: trialstreamer,
    ...own('https://ensaiosclinicos.gov.br/rg/'),
  },
  repec: {
    name: 'Peruvian Clinical Trial Registry',
    form: 'PER, three digits and the year in two, with dashes',
    example: 'PER-106-20',
    formSource: ctregistries,
    ...portal(),
  },
  rpcec: {
    name: 'Cuban Public Registry of Clinical Trials',
    form: 'RPCEC and eight digits',
    example: 'RPCEC00000123',
    formSource: trialstreamer,
    ...own('https://rpcec.sld.cu/en/trials/'),
  },
  slctr: {
    name: 'Sri Lanka Clinical Trials Registry',
    form: 'SLCTR, year and three digits, with slashes',
    example: 'SLCTR/2017/025',
    formSource: trialstreamer,
    ...portal(),
  },
  tctr: {
    name: 'Thai Clinical Trials Registry',
    form: 'TCTR and eleven digits',
    example: 'TCTR20200101001',
    formSource: trialstreamer,
    ...own('https://www.thaiclinicaltrials.org/show/'),
  },
  lbctr: {
    name: 'Lebanese Clinical Trials Registry',
    form: 'LBCTR and ten digits, the year first',
    example: 'LBCTR2019070214',
    formSource: ecrin,
    ...portal(),
  },
};
