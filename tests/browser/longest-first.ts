import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than a minute, the longest first, as `npm test` told on 27 November 2026. */
const long =
  'popup popover pages live-check gallery changing-pages registry editors trials popover-on-hostile-pages background every-page hostile settings hostile-shapes frameworks'.split(
    ' ',
  );

/** Begins with the files that take longest, so that towards the end no browser is alone with one of them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.sort((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return place === -1 ? long.length : place;
}
