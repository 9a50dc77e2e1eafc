/** What is said in one of two states, in ways in which pages look after their text. */
export interface Words {
  readonly lead: string;
  readonly name: string | null;
  readonly isBold: boolean;
  readonly items: readonly string[];
}

/** A page of some framework whose text changes. */
export interface FrameworkPage {
  /** Puts it into a state and waits until the framework has drawn it. */
  become(state: number): Promise<void>;
  /** All that it shows, shadow trees included. */
  text(): string;
  /** What went wrong. */
  errors(): readonly string[];
}

/** The words of a state; even and odd ones differ in everything. */
export function wordsIn(state: number): Words {
  return state % 2 === 0
    ? {
        lead: 'On PTSD, ',
        name: 'anhedonia',
        isBold: false,
        items: ['naltrexone', 'dopamine', 'schizophrenia'],
      }
    : { lead: `Now ${state} and `, name: null, isBold: true, items: ['schizophrenia', 'naltrexone'] };
}

const errors: string[] = [];
addEventListener('error', ({ message }) => errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));

/** Makes it known to the test. */
export function offer(become: FrameworkPage['become'], root: () => Node = () => document.body): void {
  const page: FrameworkPage = { become, text: () => root().textContent ?? '', errors: () => errors };
  Object.assign(globalThis, { frameworkPage: page });
}
