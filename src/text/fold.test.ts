import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Folded, fold, foldText, isHan } from './fold.js';
import { Quoter } from './span.js';

fc.configureGlobal({ seed: 7357 });

/** Texts with everything that folding changes in them, and any other code point. */
const anyText = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          ...'越南俄羅斯關係會談范明政阮春福⾏⾸⽐㎞㈠ﬁ１２％，。「」・•·\u00a0　 \n\r\t\u200b\ufeff–—―〜\u{1F600}\u{20BB7}aZ9',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
      { weight: 1, arbitrary: fc.uint16Array({ maxLength: 2 }).map((u) => String.fromCharCode(...u)) },
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));

describe('foldText', () => {
  it.each([
    ['full width', '（１０％，５．５）', '(10%,5.5)'],
    ['traditional characters', '舉行會談後發表聯合聲明', '举行会谈后发表联合声明'],
    ['one traditional word in simplified text', '两国關係', '两国关系'],
    ['Kangxi radicals', '⾏⾸⽅', '行首方'],
    ['compatibility forms', '㎞ ㈠ ﬁ', 'km (一) fi'],
    ['middle dots', 'a·b•c・d‧e･f', 'a·b·c·d·e·f'],
    ['a stop between the parts of a name', '外长安娜.贝克说,3.5万.一.总则', '外长安娜·贝克说,3.5万·一.总则'],
    ['dashes', '河内——河内––河内――', '河内——河内——河内——'],
    ['waves', '2016～2020〜2021', '2016~2020~2021'],
    ['corner brackets', '「甲」『乙』', '“甲”“乙”'],
    ['no-break and ideographic spaces', 'a\u00a0b\u3000c', 'a b c'],
    ['several spaces', 'Sergey   Lavrov', 'Sergey Lavrov'],
    ['what has no width', '越\u200b南\ufeff俄\u00ad罗斯\u202a', '越南俄罗斯'],
    ['carriage returns', '甲\r\n乙', '甲\n乙'],
    ['a name set wide', '越南 范 明 政 总理', '越南范明政总理'],
    ['a lone character before a name', ',范 明政说', ',范明政说'],
    ['a space between digits and Han', '2.1018 亿美元,2020 年', '2.1018亿美元,2020年'],
    ['a space between Han and Latin', '外长 Lavrov 说', '外长Lavrov说'],
    ['characters of other planes', '𠮷野家\u{1F600}', '𠮷野家\u{1F600}'],
    ['nothing', '', ''],
  ])('%s', (_, raw, folded) => expect(foldText(raw)).toBe(folded));

  it('keeps the blank of a headline, which is its comma', () => {
    expect(foldText('两国外长举行会谈 商讨经贸合作')).toBe('两国外长举行会谈 商讨经贸合作');
  });
  it('keeps words of Latin letters apart', () => expect(foldText('Le Van Tam')).toBe('Le Van Tam'));
  it('gives the same for a word alone and inside a text', () => {
    const words = fc.constantFrom('關係', '⾏⾸', '１０％', '「和平」', 'Sergey\u3000Lavrov', '努爾蘭·尼格馬圖林');
    fc.assert(fc.property(words, words, (a, b) => foldText(`,${a},${b},`) === `,${foldText(a)},${foldText(b)},`));
  });
});

describe('the map back to the text as read', () => {
  const points = (f: Folded): string[] => Array.from(f.raw);

  it('has an entry for each unit, and the length of the text at its end', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const f = fold(raw);
        expect([f.start.length, f.end.length]).toEqual([f.text.length + 1, f.text.length]);
        expect(f.start[f.text.length]).toBe(points(f).length);
      }),
    );
  });
  it('never goes back, and each unit stands for one code point', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const f = fold(raw);
        for (let i = 0; i < f.text.length; i++) {
          expect(f.end[i]! - f.start[i]!).toBe(1);
          expect(f.start[i + 1]! >= f.start[i]!).toBe(true);
        }
      }),
    );
  });
  it('leads each unit to the code point that it was made of', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const f = fold(raw);
        const from = points(f);
        for (let i = 0; i < f.text.length; i++) expect(foldText(from[f.start[i]!]!)).toContain(f.text[i]!);
      }),
    );
  });
  it('leaves out only what has no letter: blanks and what has no width', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const f = fold(raw);
        const seen = new Set(f.start.slice(0, -1));
        points(f).forEach((ch, i) => {
          if (!seen.has(i)) expect(foldText(ch).trim()).toBe('');
        });
      }),
    );
  });
});

describe('Quoter', () => {
  it('cuts every stretch exactly out of the text as read', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (raw, x, y) => {
        const f = fold(raw);
        const [start, end] = [x % (f.text.length + 1), y % (f.text.length + 1)].sort((a, b) => a - b) as [number, number];
        const quoted = new Quoter(f).raw({ start, end });
        expect(quoted.quote).toBe(Array.from(raw).slice(quoted.start, quoted.end).join(''));
        expect(quoted.start <= quoted.end).toBe(true);
      }),
    );
  });
  it('counts code points, not units', () => {
    const f = fold('\u{1F600}越南,⾏⾸');
    const at = f.text.indexOf('行首');
    expect(new Quoter(f).raw({ start: at, end: at + 2 })).toEqual({ start: 4, end: 6, quote: '⾏⾸' });
  });
  it('leaves blanks at the edges out, and keeps those inside', () => {
    const f = fold('甲\n  范 明 政  \n乙');
    expect(new Quoter(f).raw({ start: 1, end: f.text.length - 1 }).quote).toBe('范 明 政');
  });
  it('gives an empty quote for a stretch of blanks', () => {
    const f = fold('甲\n\n乙');
    expect(new Quoter(f).raw({ start: 1, end: 3 }).quote).toBe('');
  });
});

describe('isHan', () => {
  it('knows Han characters of all planes, and nothing else', () => {
    expect([...'一龥㐀𠮷〇'].every((ch) => isHan(ch.codePointAt(0)!))).toBe(true);
    expect([...'a1。·あ한⾏'].some((ch) => isHan(ch.codePointAt(0)!))).toBe(false);
  });
});
