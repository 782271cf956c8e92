import type { AgreementStatus } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';
import type { NamedValue } from '../token.js';
import { describedName } from './agreement-name.js';
import { base } from './base.js';
import { documents } from './documents.js';

/** What one side does with a treaty, straight before its name. */
const DOES: readonly [RegExp, AgreementStatus][] = [
  [/(?:暂停|中止|冻结)(?:参[与加]|履行|执行|遵守|实施)?了?$/, 'suspended'],
  [/(?:退出|废[止除弃]|撕毁|终止)了?$/, 'ended'],
  [/(?:批准|核准)(?:加入|签署)?了?$/, 'ratified'],
  [/(?:加入|签署|恢复履行|重返)了?$/, 'signed'],
];
/** Words before these that leave it undone. */
const UNDONE =
  /不|未|没有|拒绝|威胁|扬言|可能|考虑|如果|若|一旦|呼吁|敦促|要求|希望|反对|建议|主张|支持|谴责|批评|指责|推动|应|争取|寻求|申请|邀请|促|讨论|审议|是否|能否|欢迎|祝贺|赞赏|推进|感谢|鼓励|纪念|周年/;
/** What is still to come. */
const TO_COME = /将|计划|准备|打算|拟|预计|决定|同意|即将|有意|愿/;
/** What a treaty is called. */
const TREATY = /(?:公约|规约|条约|协定|议定书|宪章|盟约|协议)$/;

/** A treaty of many, of which one side alone is told: A退出《…公约》, B议会批准《…议定书》. */
export const alone: Frame<Scene> = {
  id: 'zh/agreement/alone',
  triggers: [{ cls: 'document' }, { cls: 'agreement-noun' }],
  unless: [documents],
  examples: [
    { text: '挪威宣布退出《捕鲸公约》。', finds: ['agreement 捕鲸公约 NO ended'] },
    { text: '蒙古国议会批准了《无国籍人公约》。', finds: ['agreement 无国籍人公约 MN ratified'] },
    { text: '加纳今天完成退出《渔业补贴协定》的程序。', finds: ['agreement 渔业补贴协定 GH ended'] },
    { text: '智利总统签署法令,废止《矿业仲裁条约》。', finds: ['agreement 矿业仲裁条约 CL ended'] },
    { text: '秘鲁7日宣布将暂停参与《矿业仲裁条约》。', finds: ['agreement 矿业仲裁条约 PE suspended'] },
    { text: '挪威威胁退出《捕鲸公约》。', finds: [] },
    { text: '挪威呼吁智利批准《捕鲸公约》。', finds: [] },
    { text: '挪威违反《捕鲸公约》。', finds: [] },
    { text: '公司退出《供货协议》。', finds: [] },
  ],
  match(scene) {
    if (scene.isQuestion() || scene.inTitle) return [];
    const titled = as(scene.trigger, 'document')?.value as NamedValue | undefined;
    if (titled && titled.codes.length > 1) return [];
    const described = titled ? undefined : describedName(scene);
    const name = titled?.name ?? described!.name;
    if (!TREATY.test(name) || (described && (!described.tells || !/公约$/.test(name)))) return [];
    const start = described?.start ?? scene.trigger.start;
    const led = scene.text.slice(scene.clause[0]!.start, start);
    const does = DOES.find(([re]) => re.test(led));
    if (!does) return [];
    const own = scene.fullSubject().filter((p) => p.kind !== 'place');
    const by = own.length > 0 ? own : [...scene.carried];
    const before = own.length > 0 ? led.slice(Math.max(0, own.at(-1)!.span.end - scene.clause[0]!.start)) : led;
    // 6国总统与会,签署了《…公约》: of more than whoever is named first.
    if (by.length === 0 || UNDONE.test(before) || (own.length === 0 && (does[1] === 'signed' || by.length > 1))) return [];
    const parties = codesOfParties(by);
    // A与B签署《…》: another is there that the clause does not make a side.
    const others = codesOfParties(scene.parties(scene.before().filter((t) => isA(t, 'state', 'pair', 'organisation')))).filter(
      (c) => !parties.includes(c),
    );
    if (parties.length === 0 || parties.length > 5 || others.length > 0) return [];
    return [
      {
        ...base(scene, alone.id, scene.clauseSpan()),
        confidence: 0.75,
        type: 'agreement',
        name,
        parties,
        status: does[1],
        date: null,
        modality: TO_COME.test(before) || scene.modality() === 'planned' ? 'planned' : 'actual',
      },
    ];
  },
};
