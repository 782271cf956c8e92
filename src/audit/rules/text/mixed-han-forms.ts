import type { Rule } from '../../rule.js';
import { placeAt, runsOf, textsOf } from '../../runs.js';
import { say } from '../../say.js';

/** Traditional forms that simplified text never uses, each followed by its simplified form. */
const list =
  '關关係系國国會会議议員员長长們们來来時时東东車车馬马風风門门開开問问題题點点動动務务實实業业經经濟济貿贸協协書书記记總总統统黨党領领導导訪访談谈話话說说論论報报電电訊讯號号軍军隊队戰战爭争' +
  '術术學学習习教教體体現现發发見见聽听聞闻識识認认為为與与對对將将從从後后還还這这個个兩两雙双應应該该當当無无義义權权條条約约締缔結结續续繼继維维護护衛卫強强調调證证際际陸陆陳陈陽阳' +
  '預预頭头類类顯显願愿飛飞駐驻驗验萬万億亿幣币錢钱銀银鐵铁錄录鋼钢機机構构極极標标樣样橋桥歐欧歲岁歷历歸归決决況况測测滿满漢汉潔洁澤泽濱滨灣湾燈灯營营環环產产畫画異异盡尽監监盤盘眾众' +
  '礎础禮礼種种積积穩稳節节範范簽签紀纪級级細细組组給给絕绝網网緊紧線线縣县聯联職职腦脑臨临舉举舊旧華华葉叶藝艺藥药處处術术裝装複复規规視视覺觉觀观設设許许訴诉評评試试詳详請请諾诺謝谢譯译讓让' +
  '貝贝負负財财責责貨货費费資资賀贺贊赞質质購购趙赵轉转輪轮輸输達达運运過过進进遠远適适選选遺遗邊边鄉乡鄧邓鄭郑醫医釋释針针闊阔隨随險险難难離离靈灵順顺須须響响頁页項项養养館馆魚鱼麗丽齊齐龍龙';

const simplified = new Map(Array.from(list).flatMap((c, i, all) => (i % 2 === 0 && c !== all[i + 1] ? [[c, all[i + 1]!] as const] : [])));

export const mixedHanForms: Rule = {
  id: 'text/mixed-han-forms',
  severity: 'note',
  title: 'Traditional characters inside simplified text',
  description: `A story in simplified characters has a few words in traditional ones (關係, 總統): pasted from elsewhere, and not found by a search.
Only where traditional forms are fewer than one in thirty of the story's Chinese characters and the simplified forms of the same table are
many more: a story in traditional characters is none of this rule's business.`,
  tolerance: 'At most one character in thirty; two hundred common characters whose traditional form is never used in simplified text.',
  source: 'Table of General Standard Chinese Characters (2013).',
  scope: 'story',
  examples: [
    {
      name: 'one word from elsewhere',
      record: `story a
        body 双方高度评价两国關係近年来的发展,一致同意继续扩大经贸、投资、农业、教育、旅游和地方合作,加强在国际和地区问题上的协调,为两国人民带来实实在在的利益。
        body 会谈后,两国领导人共同出席了合作文件签字仪式,并会见了记者,介绍了会谈的成果和今后一段时间的合作方向。`,
      finds: [{ at: '關係', suggestion: '关系' }],
    },
    {
      name: 'near miss: a story in traditional characters, forms shared by both',
      record: `story a
        body 雙方高度評價兩國關係近年來的發展,一致同意繼續擴大經貿合作。
        story b
        body 双方高度评价两国关系近年来的发展,乾隆年间的瓷器和后来的太后画像一同展出,一致同意继续扩大经贸合作。`,
      finds: [],
    },
  ],
  run(view) {
    return textsOf(view).flatMap(({ article, language, text }) => {
      if (language !== 'zh' || !hasAny(text)) return [];
      const runs = runsOf(text, pattern);
      const traditional = runs.reduce((n, run) => n + (run.end - run.start), 0);
      if (traditional === 0 || traditional * 30 > (text.match(/\p{Script=Han}/gu)?.length ?? 0)) return [];
      return runs.map((run) => {
        const mended = Array.from(run.text, (c) => simplified.get(c)!).join('');
        return { message: say`"${run.text}" is in traditional characters`, evidence: [placeAt(article, run)], suggestion: mended };
      });
    });
  },
};

/** By code unit: 1 for the traditional characters of the table, all of which are of one unit. */
const inTable = new Uint8Array(0x10000);
for (const c of simplified.keys()) inTable[c.charCodeAt(0)] = 1;

function hasAny(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (inTable[text.charCodeAt(i)] === 1) return true;
  return false;
}

const pattern = new RegExp(`[${[...simplified.keys()].join('')}]+`, 'gu');
