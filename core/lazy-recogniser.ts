import type { Recogniser } from './recognise.ts';

/** A recogniser that is made when the first text is read: pages and frames without any, and hidden tabs, never need it. */
export function lazyRecogniser(make: () => Recogniser): Recogniser {
  let made: Recogniser | undefined;
  const ready = (): Recogniser => {
    made ??= make();
    return made;
  };
  return {
    recognise: (text, learned) => ready().recognise(text, learned),
    learn: (definitions) => ready().learn(definitions),
    decide: (evidence) => ready().decide(evidence),
  };
}
