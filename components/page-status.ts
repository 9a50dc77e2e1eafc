/** What is known about the page the reader is on. */
export interface PageView {
  /** Host name of a page that can be paused; absent for browser pages and files. */
  readonly host?: string;
  /**
   * `reading`: it is marked. `paused`: by the reader. `unreadable`: not a page of text. `pdf`: a PDF viewer.
   * `forbidden`: the browser lets no extension run there. `not-started`: the tab is older than the installation.
   */
  readonly state: 'reading' | 'paused' | 'unreadable' | 'not-started' | 'forbidden' | 'pdf';
  /** Mentions found. */
  readonly mentions: number;
}
