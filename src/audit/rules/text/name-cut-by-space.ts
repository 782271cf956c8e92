import { groupBy, storyOf } from '../../evidence.js';
import { mentionsIn } from '../../mentions.js';
import type { Found, Rule } from '../../rule.js';
import { placeAt, runsOf } from '../../runs.js';

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
      return [...names].flatMap((name) =>
        cutIn(text, name)
          .filter((run) => spans.length === 0 || spans.some((s) => run.start >= s.start && run.start < s.end))
          .map(
            (run): Found => ({
              message: `The name ${name} is cut in "${run.text.replace(/\s+/gu, ' ')}"`,
              evidence: [placeAt(article.id, run)],
              suggestion: name,
            }),
          ),
      );
    });
  },
};

/** The places where a name stands with blanks between its characters. */
function cutIn(text: string, name: string) {
  const points = Array.from(name);
  // a quick look first: most names are never cut
  const pattern = new RegExp(`${points.map((c) => (/[·•・‧]/.test(c) ? '[·•・‧]' : c)).join('\\s{0,3}')}`, 'gu');
  return runsOf(text, pattern).filter((run) => /\s/u.test(run.text));
}
