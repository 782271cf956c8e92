import type { ZoneTable } from '../../text/page-table.js';
import { agencyAt, agencyNamed, openingOf, strokedCredit } from './datelines.js';
import { isFurniture, isLink, isListHead } from './furniture.js';
import { stampOf } from './pagedate.js';

const PHOTO = /图|摄|影像|照片|资料|来源|提供/;
const bracketAtEnd = /[(【](?<credit>[^()【】。]{1,24})[)】] ?\|?$/;
const captionShape =
  /^(?:\((?:国际|时政|外事|财经|体育)\)\(\d{1,2}\)|图为|图:|图\/|▲|△|↑|资料图|资料照|示意图|图片说明|附图|图自|图源|(?:\(|【|\[)?(?:资料图|相关资料图|图片来源|图自|示意图))|(?:图自|图源|图\/|图片来源|图片:|附图|资料图|资料照片|供图)[^。]{0,30}\)?。?$|(?:[社网报]|记者|通讯员)[^,。]{0,14} ?摄 ?\|?$|[ 。)](?:[\u4e00-\u9fff]{2,4} )?[\u4e00-\u9fff]{2,4} 摄$|(?:新华社|中新社|共同社|法新社|路透社?|美联社|韩联社|中央社)(?:发|资料)?(?:图片|照片|供图|资料图片|资料图|发)。?$|(?:合影|会谈|握手|会晤|现场|资料图)。? ?(?:新华社|中新社|韩联社|法新社|路透社?|美联社|共同社|越通社)$/;
const someoneAtSide = /\((?:左|右|中|前|后|左[一二三四端]|右[一二三四端]|前排[^()]{0,8}|[左右中]起[^()]{0,10})\)/;

const endMark =
  /(?:(?: ?(?:\(完\)|\(完毕\)|\(END\)|\(E\)|\(越通社 ?[-—]+ ?VNA\)|\(VNA\)|\(新华社\)|(?<=[。”])\((?:[\u4e00-\u9fff]{2,5}社|路透|综合报道|综合外电)\)|\(来源: ?[^()]{1,12}\)|[(【](?:责任编辑|责编|编辑|编译|译者|核稿|撰稿|校对|记者)[: ][^()【】]{1,24}[)】](?:\d{7})?|-VNA|\.\/\.|◆|■))+ ?\|?)$/;
const creditShape =
  /^(?:越通社|新华社|央视网|中新社|中央社|人民网|法新社|路透社|美联社|共同社|韩联社|德国之声|VNA|Sputnik|Reuters|AFP|来源[: ][^。]{1,20}|新闻(?:来源|引据)[: ][^。]{1,20}|[(【]?(?:责任编辑|责编|编辑|执行编辑|编译|撰稿编辑|撰稿|撰文|译者|校对|审校|核稿|摄影)[: /][^。?!“]{1,40}|[(【]?(?:作者|文|记者)[: /][^,。?!“]{1,16}|[(【][\u4e00-\u9fff]{2,4}[、/ ][\u4e00-\u9fff]{2,4}[)】]|反馈|Feedback|分享|打印|字号.{0,10}|浏览次数.{0,12}|网友评论.{0,10}|©.{0,60}|(?:Photo|Foto|Ảnh|Image|图片?) ?[:/] ?[^。]{1,40})$/i;

/** Page furniture of Chinese-language wires, matched on folded lines. */
export const zhZones: ZoneTable = {
  relatedHead: isListHead,
  pictureMark: /^(?<headline>.{0,200}?)(?:ảnh|hinh anh|hình ảnh|图|- Ảnh) ?\d{1,2}(?:\. ?| ?)(?=[^\s.])/u,
  picture: /^(?:(?:- )?(?:ảnh|hinh anh|hình ảnh|图片?) ?\d{1,2}\.?|leftcenterrightdel|!\[.{0,200}\]\([^)\s]*\)[ |]*)$/iu,
  caption: isCaption,
  headCaption: (line) =>
    isCaption(line) || endsInPhotoCredit(line) || someoneAtSide.test(line) || /\([^()]{0,12}\d{1,2}日[^()]{0,8}\)$/.test(line),
  opening: (head) => openingOf(head) ?? wholeCredit(head),
  stamp: stampOf,
  prefix: /^date (?<day>\d{4}-\d\d(?:-\d\d)?)(?![\d-]) ?/,
  endMark,
  credit: (line) => creditShape.test(line) || isAgencyOnly(line) || strokedCredit(line) !== undefined,
  closing: /^[(【]?(?:责任编辑|责编|编辑|责任校对)[: /]/,
  furniture: isFurniture,
  link: isLink,
  section:
    /^(?:国际|国内|时政|财经|要闻|世界|外交|政治|经济|社会|军事|港澳|台湾|两岸|全球|热点|头条|[\u4e00-\u9fff]{2,4}(?:要闻|热线|新闻|频道|时事|资讯|视点)|[\u4e00-\u9fff]{2,6}(?:[日晚时早]报|新闻网|在线))$/,
  headlineEdges: {
    before: /^(?:[^>]{0,60}>{1,3} ?)+|^[#■◆●*]+ ?/,
    after: / ?(?:[_|]|--| - ) ?(?:[^_|]{0,16}[_|])?[^_|。,:]{0,12}(?:网|报|社|台|频道|在线|中文|新闻|News|Net|\.com|\.cn)(?: ?中文)?$/i,
  },
  isText,
};

/** 北京青年报客户端: nothing but the name of an agency. */
function isAgencyOnly(line: string): boolean {
  const agency = line.length <= 20 ? agencyAt(line, 0) : '';
  return agency !== '' && /^(?:客户端|中文网|网|APP|官网)?$/i.test(line.slice(agency.length));
}

function isCaption(line: string): boolean {
  return line.length <= 200 && captionShape.test(line);
}

/** (路透), (美联社/达志影像), (图/路透), (张三摄影) at the end of a line. */
function endsInPhotoCredit(line: string): boolean {
  const credit = line.length <= 200 ? bracketAtEnd.exec(line)?.groups?.credit : undefined;
  return credit !== undefined && !/^(?:组|多)?图$/.test(credit) && (PHOTO.test(credit) || agencyNamed(credit) !== null);
}

function wholeCredit(line: string): ReturnType<ZoneTable['opening']> {
  const value = strokedCredit(line);
  return value && (value.date !== null || value.place !== null) ? { value, length: line.length } : undefined;
}

/** Whether a line is running text and no headline, menu entry or name. */
function isText(line: string): boolean {
  if (line.includes('。') || /^(?:问|答|追问|记者|提问)[:]/.test(line)) return true;
  if (/[:;]$/.test(line) && line.length > 24) return true;
  if (/[!?”…,、]$/.test(line) && line.length > 45) return true;
  if (endMark.test(line.slice(-60)) && line.length > 12) return true;
  return line.length >= 80 && /[,;]/.test(line);
}
