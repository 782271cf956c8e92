import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ZoneTable, zonesOf } from './zones.js';

fc.configureGlobal({ seed: 7357 });

/** A language that nobody has: every mark in capitals. */
const table: ZoneTable = {
  relatedHead: /^MORE$/,
  pictureMark: /^(?<headline>.{0,200}?)PICTURE \d /,
  caption: /^CAPTION/,
  dateline: [/^AGENCY (?<place>[a-z]{1,20}) ?(?<date>\d+ may)? ?- /, /^(?<agency>WIRE): /],
  endMark: /END$/,
  credit: /^BY .{1,20}$/,
  furniture: /^(?:MENU|HOME)+$/,
  section: /^SECTION$/,
  sentenceEnd: /[.]/,
};
const cut = (text: string): string[] => zonesOf(text, table).zones.map((z) => `${z.item} ${z.role}: ${text.slice(z.start, z.end)}`);

describe('zonesOf', () => {
  it('knows title, lead, caption, dateline, body, end mark and credit', () => {
    expect(
      cut(
        'ministers meet\nthe two met.\nCAPTION of it\nministers meetPICTURE 1 them\nAGENCY hanoi - they met.\nand talked.END\nBY someone',
      ),
    ).toEqual([
      '0 title: ministers meet',
      '0 lead: the two met.',
      '0 caption: CAPTION of it',
      '0 caption: them',
      '0 dateline: AGENCY hanoi - ',
      '0 body: they met.',
      '0 body: and talked.',
      '0 endmark: END',
      '0 credit: BY someone',
    ]);
  });
  it('gives the parts of the first dateline, and the first credit', () => {
    const found = zonesOf('title\nAGENCY hanoi 3 may - text.\nAGENCY minsk - text.\nBY one\nBY two', table);
    expect(found.dateline).toEqual({ agency: null, place: 'hanoi', date: '3 may' });
    expect(found.credit).toBe('BY one');
    expect(zonesOf('WIRE: text.', table).dateline.agency).toBe('WIRE');
  });
  it('a first line that ends a sentence or opens with a dateline is no title', () => {
    expect(cut('the two met.\nmore text.')).toEqual(['0 body: the two met.', '0 body: more text.']);
    expect(cut('WIRE: the two met')).toEqual(['0 dateline: WIRE: ', '0 body: the two met']);
  });
  it('without a dateline there is no lead', () => {
    expect(cut('title\nthe two met.')).toEqual(['0 title: title', '0 body: the two met.']);
  });
  it('a picture first has the title before its mark', () => {
    expect(cut('ministers meetPICTURE 1 them\nWIRE: they met.')).toEqual([
      '0 title: ministers meet',
      '0 caption: them',
      '0 dateline: WIRE: ',
      '0 body: they met.',
    ]);
  });
  it('the name of a section over the headline is not the headline', () => {
    expect(cut('SECTION\nLeaders of two countries met\nThey talked.')[1]).toBe('0 title: Leaders of two countries met');
    expect(cut('SECTION\nThey talked.')[0]).toBe('0 title: SECTION');
  });
  it('leaves out lines of page furniture', () => {
    expect(cut('MENU\ntitle\nHOMEMENU\nWIRE: they met.\nMENU')).toEqual(['0 title: title', '0 dateline: WIRE: ', '0 body: they met.']);
  });
  it('cuts the list of other stories into items with titles of their own', () => {
    const one = 'the first of the other stories.';
    expect(cut(`title\nWIRE: text.\nMORE\nCAPTION one\nfirst head\n${one}\nsecond head\n${one}\n${one}\nlone head`)).toEqual([
      '0 title: title',
      '0 dateline: WIRE: ',
      '0 body: text.',
      '1 related: CAPTION one',
      '1 title: first head',
      `1 body: ${one}`,
      '2 title: second head',
      `2 body: ${one}`,
      `2 body: ${one}`,
    ]);
  });
  it('a list without a story before it is one too', () => {
    expect(cut('MORE\nx')[0]).toBe('0 title: MORE');
  });

  const line = fc.constantFrom(
    'title',
    'the two met.',
    'CAPTION x',
    'xPICTURE 1 y',
    'AGENCY hanoi - text.',
    'WIRE: text',
    'textEND',
    'BY me',
    'MORE',
    '',
    '  ',
    'a longer text of another story.',
  );
  it('zones stand in order, do not overlap, are never empty, and items count up from 0', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const text = lines.join('\n');
        const { zones } = zonesOf(text, table);
        let at = 0;
        let item = 0;
        for (const z of zones) {
          expect(z.start >= at && z.end > z.start && z.end <= text.length).toBe(true);
          expect(z.item === item || z.item === item + 1).toBe(true);
          at = z.end;
          item = z.item;
        }
      }),
    );
  });
  it('nothing of the main story is left out but furniture and the headline that a picture repeats', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const main = lines.filter((l) => l !== 'MORE');
        const text = main.join('\n');
        const kept = zonesOf(text, table)
          .zones.map((z) => text.slice(z.start, z.end))
          .join('');
        const [first = '', ...rest] = main.filter((l) => l.trim() !== '');
        const asked = first.replace('PICTURE 1 ', '') + rest.join('').replaceAll('xPICTURE 1 ', '');
        expect(kept.replace(/\s/g, '')).toBe(asked.replace(/\s/g, ''));
      }),
    );
  });
});
