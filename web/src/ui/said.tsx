import type { ReactNode } from 'react';

/** What would change how a text is shown without being seen: controls, direction marks, zero-width characters. */
const unseen = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const codeOf = (ch: string): string => `U+${ch.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Text of others as nodes, with unseen characters made visible. */
export function visible(text: string): ReactNode {
  if (text.search(unseen) < 0) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(unseen)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(
      <span key={match.index} className="control">
        {codeOf(match[0])}
      </span>,
    );
    from = match.index + 1;
  }
  parts.push(text.slice(from));
  return parts;
}

/** Words of a story inside a page of ours: isolated, so that their direction stays their own. `lang` is BCP 47. */
export function Said({ children, lang }: { children: string; lang?: string | null | undefined }) {
  return (
    <bdi dir="auto" lang={lang ?? undefined}>
      {visible(children)}
    </bdi>
  );
}

/** The address of a page of somebody else, where it is one that a browser may open: http or https, else null. */
export function webAddress(source: string): string | null {
  if (!/^https?:\/\//i.test(source)) return null;
  try {
    const url = new URL(source);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
