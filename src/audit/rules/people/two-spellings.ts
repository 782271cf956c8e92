import type { Place } from '../../../model/finding.js';
import type { RecordView } from '../../../record/view.js';
import { groupBy, storyOf } from '../../evidence.js';
import { type Mention, mentionsIn } from '../../mentions.js';
import { isHan, type Nearness, nearness, segmentsOf, syllablesOf } from '../../names.js';
import { isSingle, officeKey, officesAgree } from '../../offices.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { dottedIn } from '../../spellings.js';
import { whose } from '../../wording.js';

export const twoSpellings: Rule = {
  id: 'people/two-spellings',
  severity: 'warning',
  title: 'One person under two spellings in a story',
  description: `A story names somebody in one spelling and then, of the same country and with an office that can be the same, somebody whose
name differs as translators differ: by the sound of one syllable of the surname (鲍/巴, 尼/内), and by no more than two fifths of the first
name. Where both have a name in Latin letters, the Latin names decide. It is a question for a person to answer, never a merge; where somebody has decided that they are two, it is not asked again.

Every place with a middle dot is read for a spelling near a name of the story, whether or not a statement rests on it. Names without a dot
(Vietnamese, Chinese, Korean) are reported where they are read alike, syllable by syllable, but written with one other character, in one
office.

Two persons with different offices stay two, and so do names with one syllable of quite another sound: 武契奇 and 达契奇 are not reported. A
short form (the surname alone) and another middle dot are no second spelling.`,
  tolerance:
    'Surnames of three syllables or more, up to 0.5 apart (0.25 for a usual variation of an initial or a final, 0.5 otherwise); first names up to 0.4 a syllable, 0.2 under one surname.',
  source: 'Edit distance over Mandarin syllables (readings of pinyin-pro), as in cross-script record linkage.',
  scope: 'story',
  examples: [
    {
      name: 'a surname and first name from another transcription',
      record: `story a
        body 白俄罗斯工业部长亚历山大·叶菲莫夫访问明斯克。亚力山大·叶非莫夫表示,合作前景广阔。
        office  person=亚历山大·叶菲莫夫  office=工业部长  country=BY  «白俄罗斯工业部长亚历山大·叶菲莫夫»`,
      finds: [{ at: '亚力山大·叶非莫夫', severity: 'warning', says: ['亚历山大·叶菲莫夫'] }],
    },
    {
      name: 'a short form in another spelling',
      record: `story a
        office  person=谢尔盖·萨夫罗诺夫  office=外长  country=RU  «俄罗斯外长谢尔盖·萨夫罗诺夫»
        position  by=RU  about=VN  stance=support  speaker=萨甫罗诺夫//RU  «萨甫罗诺夫表示支持»`,
      finds: [{ at: '萨甫罗诺夫' }],
    },
    {
      name: 'a Vietnamese name with a character read alike',
      record: `story a
        office  person=阮明清  office=副外长  country=VN  «越南副外长阮明清»
        event  kind=meeting  countries=VN,LA  actors=阮明青/外交部副部长/VN  «外交部副部长阮明青会见老挝客人»`,
      finds: [{ at: '阮明青', says: ['阮明清'] }],
    },
    {
      name: 'near miss: two persons, one syllable of quite another sound',
      record: `story a
        office  person=武契奇  office=总统  country=RS  «塞尔维亚总统武契奇»
        office  person=达契奇  office=外长  country=RS  «塞尔维亚外长达契奇»`,
      finds: [],
    },
    {
      name: 'near miss: two brothers, alike but in different offices',
      record: `story a
        office  person=伊万·彼得罗维奇  office=总理  country=RU  «俄罗斯总理伊万·彼得罗维奇»
        office  person=伊凡·彼德罗维奇  office=州长  country=RU  «州长伊凡·彼德罗维奇»`,
      finds: [],
    },
    {
      name: 'near miss: one surname, other first names; short form; other dot',
      record: `story a
        body 总统亚历山大·科瓦连科会见客人。科瓦连科说，亚历山大•科瓦连科的儿子维克多·科瓦连科也在座。
        office  person=亚历山大·科瓦连科  office=总统  country=BY  «总统亚历山大·科瓦连科»
        position  by=BY  about=VN  stance=support  speaker=科瓦连科//BY  «科瓦连科说»`,
      finds: [],
    },
    {
      name: 'near miss: spellings of two stories on one page',
      record: `story a
        body 俄罗斯外长谢尔盖·萨夫罗诺夫到访。
        office  person=谢尔盖·萨夫罗诺夫  office=外长  country=RU  «俄罗斯外长谢尔盖·萨夫罗诺夫»
        item 1
        body 俄外长谢尔盖·萨甫罗诺夫到访。
        office  person=谢尔盖·萨甫罗诺夫  office=外长  country=RU  «俄外长谢尔盖·萨甫罗诺夫»`,
      finds: [],
    },
  ],
  run(view) {
    const stories = groupBy(mentionsIn(view), (m) => storyOf(m.told));
    return [...stories.values()].flatMap((mentions) => judge(view, mentions));
  },
};

/** A spelling with the first of its mentions that says most. */
function judge(view: RecordView, mentions: readonly Mention[]): Found[] {
  const names = groupBy(
    mentions.filter((m) => isHan(m.name)),
    (m) => segmentsOf(m.name).join('·'),
  );
  const known = [...names].map(([name, all]) => ({
    name,
    office: all.find((m) => m.office !== null)?.office ?? null,
    offices: all.flatMap((m) => m.office ?? []),
    country: all.find((m) => m.country !== null)?.country ?? null,
    latin: all.find((m) => m.latin !== null)?.latin ?? null,
    place: all.reduce((a, b) => (b.place.start < a.place.start ? b : a)).place,
  }));
  known.sort((a, b) => a.place.start - b.place.start);
  const found: Found[] = [];
  for (const [i, later] of known.entries())
    for (const earlier of known.slice(0, i)) {
      if (earlier.country !== null && later.country !== null && earlier.country !== later.country) continue;
      const agree =
        later.offices.length === 0 ||
        earlier.offices.length === 0 ||
        later.offices.some((o) => earlier.offices.some((p) => officesAgree(o, p)));
      const said = view.decided.sameness(named(earlier), named(later));
      if (!agree || said === 'different' || differentLatin(earlier.latin, later.latin)) continue;
      const near = nearness(earlier.name, later.name);
      if (near) found.push(report(earlier, later.name, later.place, near, said === 'same'));
      else if (readAlike(earlier.name, later.name) && sameOffice(earlier.offices, later.offices))
        found.push(report(earlier, later.name, later.place, undefined, said === 'same'));
    }
  const dotted = known.filter((k) => segmentsOf(k.name).length > 1);
  const written = new Set(known.map((k) => k.name));
  const [first] = mentions;
  for (const spelling of dottedIn(
    view,
    first!,
    dotted.map((k) => k.name),
  )) {
    if (written.has(spelling.name)) continue;
    written.add(spelling.name);
    const person = dotted.find((k) => k.name === spelling.near)!;
    const said = view.decided.sameness(named(person), named({ ...person, name: spelling.name }));
    if (said === 'different') continue;
    found.push(report(person, spelling.name, spelling.place, nearness(person.name, spelling.name)!, said === 'same'));
  }
  return found;
}

function report(
  person: { name: string; office: string | null; country: string | null; place: Place },
  other: string,
  place: Place,
  near: Nearness | undefined,
  known = false,
): Found {
  const details = [person.office, person.country].filter((p) => p !== null);
  const who = details.length === 0 ? '' : say` (${{ all: details.map(whose) }})`;
  const first = near?.first ?? null;
  const apart = near
    ? first === null
      ? say`The surnames are ${near.surname} of a syllable apart (up to 0.5 may be one sound)`
      : say`The surnames are ${near.surname} of a syllable apart (up to 0.5 may be one sound), the first names ${first}`
    : say`They are read alike and differ in one character`;
  if (known)
    return {
      message: say`"${other}" is "${person.name}"${who}, who is named otherwise in this story`,
      evidence: [place, person.place],
    };
  return {
    message: say`Is "${other}" the same person as "${person.name}"${who}? ${apart}`,
    evidence: [place, person.place],
  };
}

const named = (p: { name: string; country: string | null; office: string | null }) => ({
  ...{ type: 'person' as const, name: p.name, countries: p.country === null ? [] : [p.country], office: p.office },
});

/** Both have Latin names that share no word: two persons. */
function differentLatin(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const words = (s: string): string[] => s.toLowerCase().split(/[^\p{L}]+/u);
  return !words(a).some((w) => w.length > 2 && words(b).includes(w));
}

/** Two undivided names of three or four characters, one character apart, every syllable alike. */
function readAlike(a: string, b: string): boolean {
  const [x, y] = [Array.from(a), Array.from(b)];
  if (x.length !== y.length || x.length < 3 || x.length > 4 || segmentsOf(a).length > 1 || segmentsOf(b).length > 1) return false;
  if (x.filter((c, i) => c !== y[i]).length !== 1) return false;
  const [p, q] = [syllablesOf(a), syllablesOf(b)];
  return p.length === q.length && p.every((s, i) => s.initial === q[i]!.initial && s.final === q[i]!.final);
}

function sameOffice(a: readonly string[], b: readonly string[]): boolean {
  return a.some((o) => b.some((p) => officeKey(o) === officeKey(p))) || (a.length + b.length > 0 && [...a, ...b].every(isSingle));
}
