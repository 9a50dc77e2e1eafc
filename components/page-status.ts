/** What is known about the page the reader is on. */
export interface PageView {
  /** Host name of a page that can be paused; absent for browser pages and files. */
  readonly host?: string;
  /**
   * `reading`: it is marked. `paused`: by the reader. `waiting`: for the reader to ask for it. `unreadable`: not a page of text. `pdf`: a PDF viewer.
   * `forbidden`: the browser lets no extension run there. `loading`: it is not there yet. `not-started`: it could be
   * read and is not; most likely the tab is older than the installation.
   */
  readonly state:
    | 'reading'
    | 'paused'
    | 'waiting'
    | 'unreadable'
    | 'pdf'
    | 'loading'
    | 'not-started'
    | 'forbidden';
  /** Mentions found. */
  readonly mentions: number;
  /** While `reading`. `limited`: the page holds more than anyone reads, and part of it was left alone. */
  readonly progress?: 'reading' | 'read' | 'limited';
  /** While `reading`: the page is so dense that less is marked than the reader chose. */
  readonly quiet?: true;
}
