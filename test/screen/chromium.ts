import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const root = path.join(import.meta.dirname, '..', '..');
/** The version of the package below, so that another one is unpacked anew. */
const home = path.join(root, '.tmp', 'chromium-147.0.0-fonts');

/** Where it finds the fonts that come with it: the package looks in folders of other machines, and without any font a page ends the browser. */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(home, 'fonts')}</dir>
  <cachedir>${path.join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/**
 * A browser for tests. On Linux with an Intel processor it comes out of an npm package with all that it needs; elsewhere, and where
 * `RAPPORTEUR_CHROMIUM` names one, it is a Chromium or Chrome of this machine. Throws where there is none: no test is passed over.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.RAPPORTEUR_CHROMIUM ?? (process.platform === 'linux' && process.arch === 'x64' ? undefined : installed());
  if (own !== undefined) return chromium.launch({ executablePath: own, args: ['--no-sandbox'] });
  await unpack();
  return chromium.launch({
    executablePath: path.join(home, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, LD_LIBRARY_PATH: path.join(home, 'al2023', 'lib'), FONTCONFIG_PATH: path.join(home, 'fonts'), HOME: home },
  });
}

function installed(): string {
  const found = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find((place) => fs.existsSync(place));
  if (found === undefined) throw new Error('No Chromium or Chrome was found; name one in RAPPORTEUR_CHROMIUM.');
  return found;
}

/** Unpacks the browser once. It is put in its place only when it is whole. */
async function unpack(): Promise<void> {
  if (fs.existsSync(home)) return;
  fs.mkdirSync(path.dirname(home), { recursive: true });
  const made = fs.mkdtempSync(path.join(path.dirname(home), 'chromium-new-'));
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  // the package unpacks its own libraries only where it takes the machine for one of those that it was made for
  Object.assign(process.env, { TMPDIR: made, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    if (os.tmpdir() !== made) throw new Error(`the temporary folder cannot be set: ${os.tmpdir()}`);
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    fs.writeFileSync(path.join(made, 'fonts', 'fonts.conf'), fonts);
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  try {
    fs.renameSync(made, home);
  } catch (error) {
    if (!fs.existsSync(home)) throw error;
    fs.rmSync(made, { recursive: true, force: true });
  }
}
