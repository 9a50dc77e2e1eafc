import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import {
  type BrowserKind,
  findBrowser,
  type InstalledBrowser,
  kindOfBrowser,
  locateProgram,
} from './find-browser.ts';
import { isRoot } from './is-root.ts';

/**
 * A browser to run the extension in: the one BROWSER names (in `environment`), else one that is installed, else (Debian,
 * as root) one that is installed now. Throws an error that says what to do when there is none.
 */
export function requireBrowser(
  wanted?: BrowserKind,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): InstalledBrowser {
  const given = browserNamed(environment.BROWSER, wanted);
  if (given) return given;
  const found = findBrowser(wanted);
  if (found) return found;
  if (distribution() === 'debian' && isRoot()) {
    console.log('No browser found. Installing the Debian packages chromium and firefox-esr …');
    execFileSync('apt-get', ['update'], { stdio: 'inherit' });
    const packages = ['chromium', 'firefox-esr'];
    execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = findBrowser(wanted);
    if (installed) return installed;
  }
  throw new Error(
    `No ${wanted === 'firefox' ? 'Firefox' : wanted === 'chromium' ? 'Chromium, Chrome or Edge' : 'browser'} found. ` +
      `Install one with\n\n  ${installCommand(wanted ?? 'chromium')}\n\nor name the one to use: BROWSER=/path/to/browser`,
  );
}

function browserNamed(name?: string, wanted?: BrowserKind): InstalledBrowser | undefined {
  if (!name) return undefined;
  const kind = kindOfBrowser(name);
  const path = locateProgram(name);
  if (kind && !path) throw new Error(`BROWSER names ${name}, and no such program exists.`);
  // Desktops also set BROWSER to a script that opens addresses: such a one cannot load an extension.
  if (!kind || !path) console.log(`BROWSER is ${name}, which is no Chromium or Firefox; looking for one.`);
  return kind && path && (!wanted || wanted === kind) ? { kind, path } : undefined;
}

/** The one command that installs a browser here. */
function installCommand(kind: BrowserKind): string {
  switch (process.platform) {
    case 'darwin':
      return `brew install --cask ${kind === 'firefox' ? 'firefox' : 'google-chrome'}`;
    case 'win32':
      return `winget install ${kind === 'firefox' ? 'Mozilla.Firefox' : 'Google.Chrome'}`;
    default:
      switch (distribution()) {
        case 'debian':
          return `sudo apt-get install ${kind === 'firefox' ? 'firefox-esr' : 'chromium'}`;
        case 'ubuntu':
          return `sudo snap install ${kind}`;
        case 'fedora':
          return `sudo dnf install ${kind}`;
        case 'arch':
          return `sudo pacman -S ${kind}`;
        default:
          return `(your system's package manager) install ${kind}`;
      }
  }
}

function distribution(): string | undefined {
  const file = '/etc/os-release';
  return existsSync(file) ? /^ID="?([\w-]+)/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
}
