/** What the reader chose. */
export interface Settings {
  readonly version: 1;
  /** Nothing is marked anywhere. */
  readonly paused: boolean;
  /** Host names on which nothing is marked. */
  readonly pausedSites: readonly string[];
  /** `highlight`: the page is not touched. `element`: marks that can take focus. */
  readonly marks: 'highlight' | 'element';
}

/** Settings of a fresh install. */
export const defaultSettings: Settings = { version: 1, paused: false, pausedSites: [], marks: 'highlight' };
