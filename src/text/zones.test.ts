import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ZoneTable } from './page-table.js';
import { zonesOf } from './zones.js';

fc.configureGlobal({ seed: 7357 });

/** A language that nobody has: every mark in capitals. */
const table: ZoneTable = {
  relatedHead: (line) => line === 'MORE',
  pictureMark: /^(?<headline>.{0,200}?)PICTURE \d /,
  picture: /^PICTURE$/,
  caption: (line) => line.startsWith('CAPTION'),
  headCaption: (line) => /^(?:CAPTION|ABOVE)/.test(line),
  opening: (head) => {
    const m = /^AGENCY (?<place>[a-z]{1,20}) ?(?<date>\d+ may)? ?- /.exec(head) ?? /^(?<agency>WIRE): /.exec(head);
    const { agency = null, place = null, date = null } = m?.groups ?? {};
    return m ? { value: { agency, place, date }, length: m[0].length } : undefined;
  },
  stamp: (line) => {
    const m = /^(?<key>ON )?(?<date>\d{4}-\d\d-\d\d)$/.exec(line);
    return m ? { date: m.groups!.date!, start: 0, end: line.length, keyed: m.groups!.key !== undefined } : undefined;
  },
  prefix: /^date (?<day>\d{4}-\d\d(?:-\d\d)?) (?=\S)/,
  endMark: /END$/,
  credit: (line) => /^BY .{1,20}$/.test(line),
  closing: /^BY editor$/,
  furniture: (line) => /^(?:MENU|HOME)+$/.test(line),
  link: (line) => /^\[.*\]$/.test(line),
  section: /^SECTION$/,
  headlineEdges: { before: /^(?:[a-z]+ > )+/, after: / - SITE$/ },
  isText: (line) => /(?:[.]|END)$/.test(line),
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
  it('gives the parts of the first dateline', () => {
    const found = zonesOf('title\nAGENCY hanoi 3 may - text.\nAGENCY minsk - text.', table);
    expect(found.dateline).toEqual({ agency: null, place: 'hanoi', date: '3 may' });
    expect(zonesOf('WIRE: text.', table).dateline.agency).toBe('WIRE');
  });
  it('the day of the page stands over the story, or below it with a word that says so, or before the first line', () => {
    const day = (text: string) => {
      const { page } = zonesOf(text, table);
      return page ? `${page.date} ${text.slice(page.span.start, page.span.end)}` : null;
    };
    expect(day('title\n2020-11-11\nthe two met.')).toBe('2020-11-11 2020-11-11');
    expect(day('title\nthe two met.\nthey talked.\n2020-11-11')).toBeNull();
    expect(day('title\nthe two met.\nthey talked.\nON 2020-11-11')).toBe('2020-11-11 ON 2020-11-11');
    expect(day('date 2020-11-11 the two met.')).toBe('2020-11-11 date 2020-11-11');
    expect(day('date 2020-11 the two met.')).toBeNull();
  });
  it('the headline stands above the day of the page, under menus and the names of other stories', () => {
    expect(cut('MENU\nrain in spring\nministers meet\n2020-11-11\nministers of two states meet.')).toEqual([
      '0 credit: rain in spring',
      '0 title: ministers meet',
      '0 credit: 2020-11-11',
      '0 body: ministers of two states meet.',
    ]);
    expect(cut('2020-11-11\nministers meet\nthe two met.')[1]).toBe('0 title: ministers meet');
  });
  it('a summary above the headline is a lead', () => {
    expect(cut('the two met.\nministers meet\n2020-11-11\nWIRE: the two met.')).toEqual([
      '0 lead: the two met.',
      '0 title: ministers meet',
      '0 credit: 2020-11-11',
      '0 dateline: WIRE: ',
      '0 body: the two met.',
    ]);
  });
  it('crumbs and the name of the site are no part of the headline', () => {
    expect(cut('home > world > ministers meet\nthe two met.')[0]).toBe('0 title: ministers meet');
    expect(cut('ministers meet - SITE\nthe two met.')[0]).toBe('0 title: ministers meet');
  });
  it('captions: under a picture, above the body, and what stands twice in a row', () => {
    expect(cut('title\nPICTURE\nthe two\nABOVE them.\nthe two met.')).toEqual([
      '0 title: title',
      '0 caption: the two',
      '0 caption: ABOVE them.',
      '0 body: the two met.',
    ]);
    expect(cut('title\nthe two.\nthe two.\nthey met.')).toEqual([
      '0 title: title',
      '0 caption: the two.',
      '0 caption: the two.',
      '0 body: they met.',
    ]);
  });
  it('headlines under the last sentence, links between paragraphs and the repeated headline are of other stories', () => {
    expect(cut('title\nthe two met.\n[another]\ntitle\na subhead\nthey talked.\nanother')).toEqual([
      '0 title: title',
      '0 body: the two met.',
      '0 body: a subhead',
      '0 body: they talked.',
    ]);
  });
  it('under the line that closes the story the page speaks, until another dateline', () => {
    expect(cut('title\nthe two met.\nBY editor\nread our paper.\nWIRE: they met.\nthey talked.')).toEqual([
      '0 title: title',
      '0 lead: the two met.',
      '0 credit: BY editor',
      '0 dateline: WIRE: ',
      '0 body: they met.',
      '0 body: they talked.',
    ]);
    expect(cut('title\nBY editor\nthe two met.')[2]).toBe('0 body: the two met.');
  });
  it('a list that the story goes on under is a box within it', () => {
    expect(cut('title\nthe two met.\nMORE\nanother\nthey talked.END')).toEqual([
      '0 title: title',
      '0 body: the two met.',
      '0 body: they talked.',
      '0 endmark: END',
    ]);
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
    expect(cut('SECTION\nThey talked.')).toEqual(['0 credit: SECTION', '0 body: They talked.']);
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
  it('the head of a list is one only under a story', () => {
    expect(cut('MORE\nministers meet\nthe two met.')).toEqual(['0 title: ministers meet', '0 body: the two met.']);
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
  it('no sentence of the main story is left out', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const text = lines.filter((l) => l !== 'MORE').join('\n');
        const kept = zonesOf(text, table)
          .zones.map((z) => text.slice(z.start, z.end))
          .join('');
        for (const told of lines.filter((l) => /[.]$|END$|^WIRE/.test(l))) expect(kept).toContain(told);
      }),
    );
  });
});
