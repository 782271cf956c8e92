import { cctv } from './cctv.js';
import { governmentRu } from './government-ru.js';
import { kbs } from './kbs.js';
import type { Layout } from './layout.js';
import { mfaChina } from './mfa-china.js';
import { nhanDan } from './nhan-dan.js';
import { qdnd } from './qdnd.js';
import { tass } from './tass.js';
import { vna } from './vna.js';
import { vov } from './vov.js';
import { xinhua } from './xinhua.js';

/** All agencies whose layout is known. */
export const layouts: readonly Layout[] = [vna, vov, nhanDan, qdnd, xinhua, cctv, mfaChina, tass, governmentRu, kbs];

/** The layout of the agency whose page this is, if it has one here; told by its address. */
export function layoutFor(address: string | null): Layout | null {
  const url = urlOf(address);
  return url === null ? null : (layouts.find((l) => l.hosts.some((h) => url.hostname === h || url.hostname.endsWith(`.${h}`))) ?? null);
}

/** The language that an address names in an agency's layout, or `null`. */
export function languageAt(layout: Layout, address: string | null): string | null {
  const url = urlOf(address);
  if (url === null || layout.languages === undefined) return null;
  const host = url.hostname.split('.')[0]!;
  const path = url.pathname.split('/')[1] ?? '';
  return layout.languages[path] ?? layout.languages[host] ?? layout.languages['*'] ?? null;
}

function urlOf(address: string | null): URL | null {
  try {
    return address === null ? null : new URL(address);
  } catch {
    return null;
  }
}
