// Makes a bare checkout ready to run: the locked dependencies, and a Node new enough for the tools.
// Runs before every npm script, on whatever Node the machine has (20 or newer), so it uses nothing but Node.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// 22.12 is what the tools ask for; from 22.18 on Node also runs our TypeScript files as they are.
const neededNode = '22.18.0';
const root = fileURLToPath(new URL('..', import.meta.url));
const node = process.env.npm_node_execpath ?? process.execPath;

// Within another script of ours npm itself runs on the packaged Node: all of this has been done already.
if (!node.startsWith(join(root, 'node_modules') + sep)) {
  await withLock(() => {
    if (!isInstalled()) npm('ci');
    chooseNode();
  });
}

/** Whether what lies in node_modules is what the lock file asks for, whoever put it there. */
function isInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json');
  const wanted = packagesIn('package-lock.json');
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, { version, integrity, link, optional, peer }]) => {
    const found = installed[path];
    if (!path || link) return true;
    return found ? found.version === version && found.integrity === integrity : optional || peer;
  });
}

function packagesIn(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/** npm scripts find `node_modules/.bin/node` before the system's; it stays there only when the system's is too old. */
function chooseNode() {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
  const packaged = ['node', 'node.cmd', 'node.ps1'].map((name) => join(root, 'node_modules/.bin', name));
  if (version.localeCompare(neededNode, 'en', { numeric: true }) >= 0) {
    for (const file of packaged) rmSync(file, { force: true });
    return;
  }
  if (!existsSync(packaged[0])) npm('rebuild');
  if (!existsSync(packaged[0])) {
    stop(
      `This project needs Node ${neededNode} or newer. This machine has ${version}, and no packaged Node exists for ` +
        `${process.platform} ${process.arch}. Install a newer one from https://nodejs.org and run this again.`,
    );
  }
}

/** No install script of any package is run: none of them is needed. */
function npm(command) {
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const cli = process.env.npm_execpath;
  console.log(command === 'ci' ? 'Installing the locked dependencies (npm ci) …' : `npm ${command} …`);
  try {
    if (cli) execFileSync(node, [cli, command, ...options], { cwd: root, stdio: 'inherit' });
    else execFileSync('npm', [command, ...options], { cwd: root, stdio: 'inherit', shell: true });
  } catch {
    stop(
      `npm ${command} failed; its own message stands above. Without a connection to the package registry, try again ` +
        'when there is one. If it speaks of package-lock.json, that file and package.json disagree: run npm install.',
    );
  }
}

/** Two scripts started at once must not both install; the second waits for the first. */
async function withLock(work) {
  const lock = join(
    tmpdir(),
    `naltrexone-gloss-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`,
  );
  const holder = join(lock, 'pid');
  for (let waited = 0; !take(lock); waited += 1) {
    const pid = existsSync(holder) ? Number(readFileSync(holder, 'utf8')) : 0;
    // A holder that is gone, or that never came to write its number, holds nothing.
    if (pid ? !isRunning(pid) : waited > 20) rmSync(lock, { recursive: true, force: true });
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  writeFileSync(holder, String(process.pid));
  process.on('exit', () => rmSync(lock, { recursive: true, force: true }));
  work();
}

function take(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
