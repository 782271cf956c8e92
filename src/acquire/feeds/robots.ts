/** What a site allows a program, as its robots.txt says (RFC 9309). */
export interface Robots {
  allows(url: string): boolean;
  /** Seconds between requests that it asks for, or `null`. */
  delay: number | null;
}

interface Rule {
  allow: boolean;
  path: string;
}

/** So much of a robots.txt is read. */
const longest = 500_000;

/** Everything is allowed: there is no robots.txt. */
export const allowsAll: Robots = { allows: () => true, delay: null };
/** Nothing is allowed: robots.txt could not be got. */
export const allowsNone: Robots = { allows: () => false, delay: null };

/** Reads a robots.txt for the program of that name: its own groups, else those for everybody. */
export function readRobots(text: string, agent: string): Robots {
  const groups = new Map<string, { rules: Rule[]; delay: number | null }>();
  let open: string[] = [];
  let listing = false;
  for (const line of text.slice(0, longest).split(/\r\n?|\n/)) {
    const said = line.split('#', 1)[0]!;
    const colon = said.indexOf(':');
    if (colon < 0) continue;
    const key = said.slice(0, colon).trim().toLowerCase();
    const value = said.slice(colon + 1).trim();
    if (key === 'user-agent') {
      if (!listing) open = [];
      listing = true;
      const name = value.toLowerCase();
      open.push(name);
      if (!groups.has(name)) groups.set(name, { rules: [], delay: null });
      continue;
    }
    if (key === 'allow' || key === 'disallow') {
      listing = false;
      if (value !== '') for (const name of open) groups.get(name)!.rules.push({ allow: key === 'allow', path: value });
    } else if (key === 'crawl-delay') {
      listing = false;
      const seconds = Number(value);
      if (seconds > 0) for (const name of open) groups.get(name)!.delay = Math.min(seconds, 60);
    }
  }
  const own = groups.get(agent.toLowerCase()) ?? groups.get('*');
  if (!own) return allowsAll;
  return { allows: (url) => isAllowed(own.rules, url), delay: own.delay };
}

/** The longest rule that fits decides; of two as long, the one that allows. */
function isAllowed(rules: readonly Rule[], url: string): boolean {
  const { pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  let best: Rule | null = null;
  for (const rule of rules) {
    if (best && (rule.path.length < best.path.length || (rule.path.length === best.path.length && !rule.allow))) continue;
    if (fitsPath(rule.path, path)) best = rule;
  }
  return best?.allow ?? true;
}

/** `*` stands for anything, `$` for the end. Linear: each piece is sought once, from left to right. */
function fitsPath(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = pieces.shift()!;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [i, piece] of pieces.entries()) {
    if (anchored && i === pieces.length - 1) return path.length - piece.length >= at && path.endsWith(piece);
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return !anchored || at === path.length;
}
