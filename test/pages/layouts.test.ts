import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layouts } from '../../src/acquire/page/layouts/registry.js';
import { readPage } from '../../src/acquire/page/page.js';

interface Expected {
  address: string;
  title: string;
  agency: string;
  date: string;
  time: string;
  zone: string;
  lang: string;
  standfirst: string | null;
  captions: string[];
  paragraphs: string[];
}

const folder = import.meta.dirname;
const names = readdirSync(folder)
  .filter((f) => f.endsWith('.html'))
  .map((f) => f.slice(0, -5));

/** Pages of our own in the layout of each agency, with the menus and lists of other stories that stand around a story. */
describe.each(names)('the layout of %s', (name) => {
  const expected = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Expected;
  const html = readFileSync(path.join(folder, `${name}.html`), 'utf8');
  const story = readPage(html, expected.address);

  it('SPEC R-4: gives the story and nothing of the page around it', () => {
    expect(story.title).toBe(expected.title);
    expect(story.paragraphs).toEqual(expected.paragraphs);
    expect(story.standfirst).toBe(expected.standfirst);
    expect(story.captions).toEqual(expected.captions);
  });

  it('gives day, time and zone, agency, language and address', () => {
    expect(story.published).toEqual({ date: expected.date, time: expected.time, zone: expected.zone });
    expect(story.agency).toBe(expected.agency);
    expect(story.language).toBe(expected.lang);
    expect(story.address).toBe(expected.address);
  });

  it('gives the same paragraphs where the address is not known', () => {
    const saved = readPage(html.replace(/<link rel="canonical"[^>]*>/, ''), null);
    expect(saved.title).toBe(expected.title);
    expect(saved.paragraphs.filter((p) => !expected.paragraphs.includes(p) && p !== expected.standfirst)).toEqual([]);
    expect(expected.paragraphs.filter((p) => !saved.paragraphs.includes(p))).toEqual([]);
  });
});

it('every layout has its page', () => {
  expect(names).toHaveLength(layouts.length);
});
