import { bodyLines } from '../../lines.js';
import type { Found, Rule } from '../../rule.js';
import { placeAt, runsOf } from '../../runs.js';
import { say } from '../../say.js';

export const pageFurniture: Rule = {
  id: 'text/page-furniture',
  severity: 'note',
  title: 'Words of the page are left in the text of the story',
  description: `Text taken from a web page brings along what belongs to the page: numbers of pictures (ảnh 1), words of the layout program, buttons (share,
print, font size), counts of views and comments, a date stamp of the software. Reported where they stand in the body of a story; titles,
captions, credits and the list of other stories are not looked at. The suggestion is to leave the words out.`,
  tolerance: 'Whole words and stamps only.',
  source: 'Counts of furniture in news pages of several agencies.',
  scope: 'story',
  examples: [
    {
      name: 'a picture number, a layout word, buttons, a stamp',
      record: `story a
        title 两国会谈
        body 两国会谈 ảnh 2双方在会上。leftcenterrightdel
        body 字号:大 中 小 浏览次数:1024
        body date 2025-12-02 两国外长会谈。`,
      finds: [
        { at: 'ảnh 2', suggestion: '' },
        { at: 'leftcenterrightdel' },
        { at: '字号' },
        { at: '浏览次数:1024' },
        { at: 'date 2025-12-02' },
      ],
    },
    {
      name: 'near miss: the same in a caption; people who share and print',
      record: `story a
        caption 两国会谈 ảnh 1外长。图自越通社
        body 双方分享经验,反馈意见,印刷字号不一,主办方评论称会议成功。They share the date of 2025-12-02.`,
      finds: [],
    },
  ],
  run(view) {
    return bodyLines(view).flatMap(({ article, line }) =>
      (hint.test(line.text) ? patterns : []).flatMap((pattern) =>
        runsOf(line.text, pattern).map((run): Found => {
          const at = { start: line.start + run.start, end: line.start + run.end, text: run.text };
          return { message: say`"${run.text}" belongs to the page, not to the story`, evidence: [placeAt(article, at)], suggestion: '' };
        }),
      ),
    );
  },
};

/** No line without one of these has anything to be found in it. */
const hint = /ảnh|Ảnh|anh |centerl|centerr|date |字号|次数|量\s?[:：]|评论|分享|打印|关闭|Chia|Share|Feedback|Print|In bài|Подел/;

const patterns: readonly RegExp[] = [
  /(?:hinh anh|hình ảnh|[-–—]\s?Ảnh|ảnh)\s\d{1,2}\.?/gu,
  /leftcenterrightdel|rightcenterleftdel/g,
  /^date\s(?:19|20)\d\d-\d\d-\d\d/g,
  /字号\s?[:：]\s?(?:大|小|T)[大中小T|\s]*/g,
  /(?:浏览|阅读|点击)(?:次数|量)\s?[:：]\s?\d+/g,
  /评论(?:已)?被?关闭|网友评论\s?[:：(（]?\s?\d+|发表评论$|分享到\s?[:：]|打印本页|【?关闭窗口】?$/g,
  /^(?:Chia sẻ|Share|Feedback|Print|In bài viết|Поделиться)$/g,
];
