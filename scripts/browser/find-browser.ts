import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';

/** The two engines the extension is made for. */
export type BrowserKind = 'chromium' | 'firefox';

/** A browser on this machine. */
export interface InstalledBrowser {
  readonly kind: BrowserKind;
  readonly path: string;
}

const linuxNames: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    ...['microsoft-edge', 'microsoft-edge-stable'],
  ],
  firefox: ['firefox', 'firefox-esr'],
};
const macApps: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge'],
  firefox: ['Firefox'],
};
const windowsPrograms: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
  firefox: ['Mozilla Firefox/firefox.exe'],
};

/** Which engine a program is by its file name; `undefined` for one we cannot tell (a wrapper, a browser opener). */
export function kindOfBrowser(path: string): BrowserKind | undefined {
  const name = basename(path.replaceAll('\\', '/')).toLowerCase();
  if (/firefox|librewolf|waterfox|floorp/.test(name)) return 'firefox';
  if (/chrom|edge|brave|vivaldi|opera/.test(name)) return 'chromium';
  return undefined;
}

/** The first browser found where browsers usually are, Chromium's kin before Firefox, or only of one kind. */
export function findBrowser(wanted?: BrowserKind): InstalledBrowser | undefined {
  const kinds: readonly BrowserKind[] = wanted ? [wanted] : ['chromium', 'firefox'];
  return kinds
    .flatMap((kind) => usualPaths(kind).map((path) => ({ kind, path })))
    .find(({ path }) => existsSync(path));
}

/** Where a program lies: its path as given, or the first place in PATH that has it. */
export function locateProgram(name: string): string | undefined {
  if (existsSync(name)) return name;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

function usualPaths(kind: BrowserKind): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        macApps[kind].map((app) =>
          join(folder, `${app}.app/Contents/MacOS`, app === 'Firefox' ? 'firefox' : app),
        ),
      );
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => windowsPrograms[kind].map((program) => join(folder, program)));
    default:
      return linuxNames[kind].flatMap((name) => locateProgram(name) ?? []);
  }
}
