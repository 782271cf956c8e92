import { groupBy, storyOf } from '../../evidence.js';
import { mentionsIn } from '../../mentions.js';
import type { Found, Rule } from '../../rule.js';
import { placeAt, pointsIn, type Run, runsOf } from '../../runs.js';
import { say } from '../../say.js';

export const nameCutBySpace: Rule = {
  id: 'text/name-cut-by-space',
  severity: 'warning',
  title: 'A name is cut by a space or a line break',
  description: `The name of a person of the story stands somewhere in its text with blanks between its characters (范 明 政, 杰 / 辛达): searches do not
find it, and readers stumble. Names written in Latin letters have spaces of their own and are not looked at; a space between surname and
first name of a dotted name in place of the dot is reported only where the story also writes the dot.`,
  tolerance: 'None: the suggestion replaces the place character for character.',
  source: 'Typography of Chinese news copy.',
  scope: 'story',
  examples: [
    {
      name: 'spaces and a line break',
      record: `story a
        body 越南外长阮 文 山会见客人。阮文山说,合作良好。
        office  person=阮文山  office=外长  country=VN  «越南外长阮 文 山»
        office  person=杰辛达·林德贝格  office=总理  country=NZ  «越南外长阮 文 山»
        body 总理杰
        body 辛达·林德贝格到访。`,
      finds: [
        { at: '阮 文 山', suggestion: '阮文山' },
        { at: '杰', suggestion: '杰辛达·林德贝格' },
      ],
    },
    {
      name: 'near miss: whole names, Latin names, names of one character and more',
      record: `story a
        body 越南外长阮文山(Nguyen Van Son)会见客人。文 山 区。
        office  person=阮文山  office=外长  country=VN  latin=Nguyen Van Son  «越南外长阮文山(Nguyen Van Son)»`,
      finds: [],
    },
  ],
  run(view) {
    const stories = groupBy(mentionsIn(view), (m) => storyOf(m.told));
    return [...stories.values()].flatMap((mentions) => {
      const { article, statement } = mentions[0]!.told;
      const text = view.text(article.id);
      const spans = article.passages.filter((p) => p.item === statement.item);
      const names = new Set(mentions.map((m) => m.name.replace(/\s+/gu, '')).filter((n) => /^[\p{Script=Han}·•・‧]{2,20}$/u.test(n)));
      const gaps = gapsIn(text);
      return [...names].flatMap((name) =>
        cutIn(text, gaps, name)
          .filter((run) => spans.length === 0 || spans.some((s) => run.start >= s.start && run.start < s.end))
          .map(
            (run): Found => ({
              message: say`The name ${name} is cut in "${run.text.replace(/\s+/gu, ' ')}"`,
              evidence: [placeAt(article.id, run)],
              suggestion: name,
            }),
          ),
      );
    });
  },
};

/** Windows of the text around blanks that stand between two Chinese characters or dots, with their offset in UTF-16 units. */
function gapsIn(text: string): { from: number; window: string }[] {
  return runsOf(text, /[\u3400-\u9FFF·•・‧]\s{1,3}(?=[\u3400-\u9FFF·•・‧])/g).map((run) => {
    const from = Math.max(0, run.at - 30);
    return { from, window: text.slice(from, run.at + 34) };
  });
}

/** The places where a name stands with blanks between its characters. */
function cutIn(text: string, gaps: readonly { from: number; window: string }[], name: string): Run[] {
  const pattern = new RegExp(Array.from(name, (c) => (/[·•・‧]/.test(c) ? '[·•・‧]' : c)).join('\\s{0,3}'), 'u');
  const found = new Map<number, Run>();
  for (const { from, window } of gaps) {
    if (!window.includes(name[0]!) || !window.includes(name.at(-1)!)) continue;
    const m = pattern.exec(window);
    if (!m || !/\s/u.test(m[0])) continue;
    const start = pointsIn(text, 0, from + m.index);
    found.set(start, { start, end: start + pointsIn(m[0], 0, m[0].length), text: m[0] });
  }
  return [...found.values()];
}
