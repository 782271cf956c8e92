import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../i18n/language.js';
import { FeedLink } from '../ui/data-links.js';
import { Said } from '../ui/said.js';

const key = 'rapporteur-searches';

function kept(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(list) ? list.filter((q): q is string => typeof q === 'string').slice(0, 30) : [];
  } catch {
    return [];
  }
}

/** Searches kept in this browser. */
export function Saved({ q }: { q: string }) {
  const { say } = useSpeech();
  const [list, setList] = useState(kept);
  const keep = (next: string[]): void => {
    localStorage.setItem(key, JSON.stringify(next));
    setList(next);
  };
  const isKept = list.includes(q);
  if (q === '' && list.length === 0) return null;
  return (
    <div className="row small no-print">
      {list.map((one) => (
        <span key={one} className="row tight">
          <Link to="/search" search={{ q: one }} className="tag">
            <Said>{one}</Said>
          </Link>
          {one !== q && <FeedLink q={one} />}
        </span>
      ))}
      {q !== '' && (
        <button type="button" className="more" onClick={() => keep(isKept ? list.filter((one) => one !== q) : [...list, q])}>
          {say(isKept ? 'search.forget' : 'search.keep')}
        </button>
      )}
    </div>
  );
}
