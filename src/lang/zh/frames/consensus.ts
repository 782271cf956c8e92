import type { Frame } from '../../../grammar/frame.js';
import { isA } from '../../../grammar/token.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';
import { SHORTEST } from './actions.js';
import { firstEntities } from './view-parties.js';

/** 就扩大贸易达成一致: what two have come to agree on. */
const AGREED =
  /(?:已经?|还|也|并|同时|一致|双双)*就((?:(?![就,]).){4,48}?)(?:问题|事宜|方面)?(?:达成了?(?:广泛|重要|一致|初步|原则|原则性)?的?(?:共识|一致|谅解)|形成了?(?:广泛|重要)?共识)$/;
/** What is to be done begins with it, or is named by it: and no topic of a talk. */
const DONE =
  /^(?:今后|继续|进一步|尽快|共同|加快|在[^,]{2,16}?)*(?:扩大|加强|深化|推动|推进|促进|开通|开展|建立|设立|成立|恢复|重启|举行|定期|每年|互免|互设|取消|降低|停止|实现|提升|密切|保持|应对|打击|落实|启动|增加|改善|简化|延长|签署|互派|建设|修建)/;

/** 双方就每年举行会晤达成共识: an agreement that no word for will tells. */
export const consensus: Frame<Scene> = {
  id: 'zh/commitment/consensus',
  triggers: [{ cls: 'clause' }],
  examples: [
    { text: '加纳总统与智利总统举行会谈。双方就扩大可可贸易达成共识。', finds: ['commitment agreed GH,CL'] },
    { text: '加纳和智利就每年举行海洋磋商达成一致。', finds: ['commitment agreed GH,CL'] },
    { text: '加纳总统与智利总统举行会谈。双方就地区局势达成共识。', finds: [] },
    { text: '加纳和智利未能就降低关税达成一致。', finds: [] },
    { text: '加纳议会各党派就降低关税达成一致。', finds: [] },
  ],
  match(scene) {
    const { clause } = scene;
    const span = scene.clauseSpan();
    if (scene.inTitle || scene.isQuestion() || clause.length < 4) return [];
    const text = scene.text.slice(span.start, span.end);
    const m = AGREED.exec(text);
    if (!m || !DONE.test(m[1]!) || m[1]!.length < SHORTEST || /未|没有|难以|无法|可能|希望|将|尚|能否|争取/.test(text)) return [];
    // 就深化合作达成重要共识: no more than that they talked of it.
    if (/(?:关系|合作|发展|友好)$/.test(m[1]!) && /共识$/.test(m[0])) return [];
    const first = firstEntities(clause);
    const parties = scene.parties(first);
    const lead = parties[0];
    if (!lead || lead.span.start > clause[0]!.start + 4 || first.some((t) => isA(t, 'person', 'organisation') && !isA(t, 'state')))
      return [];
    const by = codesOfParties(parties);
    if (by.length < 2 || by.length > 3) return [];
    const start = span.start + m.index + m[0].indexOf(m[1]!);
    return [
      {
        type: 'commitment',
        by,
        to: [],
        strength: 'agreed',
        action: m[1]!,
        due: null,
        span: { start, end: span.end },
        modality: 'actual',
        confidence: 0.75,
        rule: consensus.id,
        speaker: scene.speaker(),
        roles: lead.inherited && lead.source ? { by: { basis: 'inherited', span: lead.source } } : {},
      },
    ];
  },
};
