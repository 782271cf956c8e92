import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import { isQuoted } from './carried.js';
import { acting, type Cast, codesOfParties } from './parties.js';
import { type Party, speakerOf } from './registers.js';
import type { Scene } from './scene.js';
import { noteTeller } from './tellers.js';

/** Words that follow what was said and name who said it: 如是强调. */
export const AFTERWARDS = /^如(?:是|此)/;

/** Those who speak and are no side, with what may stand between them and the verb. */
const OUTSIDERS =
  /(?:学者|专家|人士|分析|评论|观察家|媒体|舆论|外界|报道|民众|居民|网民|网友|各界|组织|机构|公司|集团|企业|协会|教授|律师|批评者|支持者|受访者|消息来源|有人|有些人|一些人|不少人|许多人|多数人|人们)(?:们)?(?:普遍|也|还|都|则|均|又|曾|多|此前|日前|近日|当天|同日|进一步|已|就此|对此|在[^,]{1,16})*$/;
/** Papers and stations behind the name of their state: 德国《某》周刊, 某国多家媒体. */
const MEDIA =
  /^(?:的|多家|官方|主流|各大|一家|《[^》]{1,12}》)*(?:媒体|传媒|官媒|[日时晚周]报|报纸|周刊|电视台|电台|新闻社|通讯社|新闻网|网站)/;

/** Somebody of a state who does not speak for it, behind its name. */
const PRIVATE =
  /^(?:的|一位|一名|一个|一家|一|某|多名|部分|资深)*[^,对向]{0,6}(?:参议员|众议员|议员|科学家|学者|专家|教授|企业|公司|集团|组织|智库|律师|法官|法院|民众|居民|学生|教师|人士|球员|演员|作家|记者|家属|警察|警方)/;

/** Whether experts, papers or people in general say it: the one who spoke before does so no more. */
function isOfNobody(own: readonly Party[], clause: readonly Token[], at: number, text: string): boolean {
  const last = own[own.length - 1];
  if (!last) {
    const led = text.slice(clause[0]!.start, clause[at]!.start);
    return OUTSIDERS.test(led) && !/(?:[对向给受与同就]|回应|援引)[^,]{0,8}$/.test(led.replace(OUTSIDERS, ''));
  }
  if (last.kind !== 'state') return false;
  const gap = clause.filter((t) => t.start >= last.span.end && t.start < clause[at]!.start);
  const between = text.slice(last.span.end, clause[at]!.start);
  // 美国一参议员说, 来自德国的科学家说: of the state, and not the state.
  return isA(gap[0], 'agency') || MEDIA.test(between) || PRIVATE.test(between);
}

/** After a say-verb: its subject speaks until the paragraph or another speaker ends it. */
export function retell(cast: Cast, clause: readonly Token[], at: number, scene: Scene): void {
  const token = clause[at]!;
  const { sentence } = scene;
  if (!isA(token, 'say') || AFTERWARDS.test(token.text)) return;
  if (isA(clause[at + 1], 'particle') && clause[at + 1]!.text === '的') return;
  // 我相信, 我们认为: still the one who speaks. 这不表示: nobody does.
  if (clause.slice(0, at).some((t) => /^我们?$/.test(t.text)) || /[不无]$/.test(clause[at - 1]?.text ?? '')) return;
  const { speaker } = cast.registers;
  // “…他们认为必要的”: told by the one who is quoted.
  if (speaker && isQuoted(scene.text, token.start)) return;
  const own = acting(scene.ownSubject(), token).filter((p) => p.kind !== 'place');
  // A表示,B不应…,口头上称…: still what A says.
  if (speaker && own.length === 0 && speaker.span.start >= sentence.span.start && scene.carried.every((p) => p.kind !== 'person')) return;
  if (isOfNobody(own, clause, at, scene.text)) {
    cast.registers.speaker = null;
    return;
  }
  const withs = scene.marked('at', 'to', 'with', 'about', 'by').filter((p) => p.kind === 'person');
  const voice =
    own.find((p) => p.kind === 'person') ??
    own[own.length - 1] ??
    (scene.carried.length > 0 ? (scene.carried.find((p) => p.kind === 'person') ?? scene.carried[0]) : undefined) ??
    withs[0];
  if (!voice || (as(token, 'say')!.value as Entry).form === '通报' || (voice.kind === 'state' && codesOfParties([voice]).length !== 1))
    return;
  if (/^(?:称|评价|相称)$/.test(token.text) && clause[at + 1] === undefined) return;
  cast.registers.speaker = { value: speakerOf(voice), span: voice.span };
  cast.registers.lastSpeaker = cast.registers.speaker;
  noteTeller(
    cast.registers,
    sentence.tokens.find((t) => t.start === voice.span.start && t.end === voice.span.end),
    voice,
  );
  if (voice.kind === 'person') cast.registers.person = voice;
}
