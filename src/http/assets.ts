import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, Handler } from 'hono';
import { packageRoot } from '../app/record.js';

/** What the application may do: run its own files, ask its own server, and nothing else. */
export const screenPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Where the build puts the application. */
const folder = path.join(packageRoot, 'dist', 'web');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The address of the stylesheet with the Chinese letters; `undefined` where the application was not built. */
export function hanFonts(): string | undefined {
  const assets = path.join(folder, 'assets');
  const name = fs.existsSync(assets) ? fs.readdirSync(assets).find((file) => /^han-font-[\w-]+\.css$/.test(file)) : undefined;
  return name === undefined ? undefined : `/assets/${name}`;
}

type Coding = 'br' | 'gzip' | 'identity';
const pack: Readonly<Record<Coding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
  gzip: promisify(gzip),
  identity: async (bytes) => bytes,
};

/** Files of the application by their address, read when first asked for, and kept packed as they were sent. */
class Files {
  private readonly names: ReadonlySet<string>;
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor() {
    const entries = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
    this.names = new Set(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => `/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`),
    );
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  get(name: string, coding: Coding): Promise<Buffer> {
    const key = `${coding} ${name}`;
    let bytes = this.kept.get(key);
    if (bytes === undefined) {
      bytes = fs.promises.readFile(path.join(folder, name)).then(pack[coding]);
      this.kept.set(key, bytes);
    }
    return bytes;
  }
}

function codingFor(c: Context, type: string): Coding {
  if (!/^(text|application|image\/svg)/.test(type)) return 'identity';
  const accepted = (c.req.header('accept-encoding') ?? '').split(',').map((part) => part.split(';')[0]!.trim());
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
}

/**
 * The application: its files under their names, and its one page under every other address, since what is shown lives in the address.
 * `none` answers where the application was not built, or a file is asked for that it does not have.
 */
export function screen(none: (c: Context, built: boolean) => Response | Promise<Response>): Handler {
  const files = new Files();
  return async (c) => {
    const { path: asked } = c.req;
    const isFile = files.has(asked);
    if (!files.has('/index.html')) return none(c, false);
    if (!isFile && (asked.startsWith('/assets/') || asked.startsWith('/api/'))) return none(c, true);
    const name = isFile ? asked : '/index.html';
    const type = types[path.extname(name)] ?? 'application/octet-stream';
    const coding = codingFor(c, type);
    c.header('content-security-policy', screenPolicy);
    c.header('content-type', type);
    c.header('vary', 'accept-encoding');
    if (coding !== 'identity') c.header('content-encoding', coding);
    // the build names these files by what is in them
    if (name.startsWith('/assets/')) c.header('cache-control', 'public, max-age=31536000, immutable');
    return c.body(new Uint8Array(await files.get(name, coding)));
  };
}
