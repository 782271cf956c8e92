import type { Bound, EventKind } from '../../model/statement.js';
import { dateWriter, monthsOf } from './date.js';
import { messageIn, suggestionIn } from './messages.js';
import { messagesVi } from './messages-vi.js';
import { inPowers, isFirst, percentPoints, scaleOf, withSeparators } from './number.js';
import type { MeasureNames, Words } from './words.js';

const measures: MeasureNames = {
  'trade.total': 'kim ngạch thương mại hai chiều',
  'trade.flow': 'kim ngạch xuất khẩu',
  'trade.balance': 'cán cân thương mại',
  'investment.capital': 'vốn đầu tư',
  'investment.projects': 'dự án đầu tư',
  aid: 'viện trợ',
  loan: 'khoản vay',
  tourists: 'khách du lịch',
  students: 'lưu học sinh',
  workers: 'lao động',
  community: 'kiều dân',
  flights: 'chuyến bay',
  companies: 'doanh nghiệp',
  other: 'khác',
};
const bounds: Readonly<Record<Bound, string>> = {
  ...{ about: 'khoảng ', over: 'trên ', under: 'dưới ', nearly: 'gần ', only: 'chỉ ', some: 'một số ' },
};
const scales: Readonly<Record<number, string>> = { 12: ' nghìn tỷ', 9: ' tỷ', 6: ' triệu', 0: '' };
const units: Readonly<Record<string, string>> = {
  ...{ count: '', EUR: 'euro', RUB: 'rúp', VND: 'đồng', CNY: 'nhân dân tệ', JPY: 'yên', KRW: 'won', BYN: 'rúp Belarus' },
  ...{ 人: 'người', 名: 'người', 人次: 'lượt người', 剂: 'liều', 家: 'doanh nghiệp', 个: '', 项: '', 架: 'chiếc', 艘: 'tàu', 辆: 'xe' },
  ...{ 台: 'chiếc', 吨: 'tấn', 套: 'bộ', 班: 'chuyến' },
};
const events: Readonly<Record<EventKind, string>> = {
  ...{ meeting: 'gặp gỡ', visit: 'thăm', call: 'điện đàm', consultation: 'tham vấn', session: 'kỳ họp', negotiation: 'đàm phán' },
  ...{ conference: 'hội nghị', 'press-conference': 'họp báo', interview: 'trả lời phỏng vấn', message: 'điện, thư', invitation: 'mời' },
  ...{ credentials: 'trình quốc thư', agreement: 'nhất trí', signing: 'ký kết', ratification: 'phê chuẩn', upgrade: 'nâng cấp quan hệ' },
  ...{ 'entry-into-force': 'có hiệu lực', establishment: 'thành lập', congratulation: 'chúc mừng', condolence: 'chia buồn' },
  ...{ thanks: 'cảm ơn', praise: 'ca ngợi', recognition: 'công nhận', award: 'trao tặng', approval: 'thông qua', opening: 'khánh thành' },
  ...{ launch: 'khởi động', 'joint-exercise': 'diễn tập chung', cooperation: 'hợp tác', purchase: 'mua sắm', investment: 'đầu tư' },
  ...{ donation: 'tặng', aid: 'viện trợ', loan: 'cho vay', concession: 'nhượng bộ', withdrawal: 'rút lui', release: 'trả tự do' },
  ...{
    request: 'yêu cầu',
    accusation: 'cáo buộc',
    criticism: 'chỉ trích',
    lawsuit: 'khởi kiện',
    rejection: 'bác bỏ',
    cancellation: 'hủy bỏ',
  },
  ...{ threat: 'đe dọa', protest: 'phản đối', sanction: 'trừng phạt', expulsion: 'trục xuất', suspension: 'đình chỉ', recall: 'triệu hồi' },
  ...{ mobilisation: 'huy động lực lượng', arrest: 'bắt giữ', seizure: 'tịch thu', restriction: 'hạn chế', cyberattack: 'tấn công mạng' },
  ...{ clash: 'đụng độ', attack: 'tấn công', appointment: 'bổ nhiệm', election: 'bầu cử', statement: 'tuyên bố' },
};
const date = dateWriter({
  year: (y) => `năm ${y}`,
  month: (y, m) => `tháng ${m}/${y}`,
  day: (y, m, d) => `ngày ${d}/${m}/${y}`,
  years: (a, b) => `từ năm ${a} đến năm ${b}`,
  months: (y, a, b) => `từ tháng ${a} đến tháng ${b}/${y}`,
  days: (y, m, a, b) => `từ ngày ${a} đến ngày ${b}/${m}/${y}`,
  between: (a, b) => (a === null ? `đến ${b!}` : b === null ? `từ ${a}` : `từ ${a} đến ${b}`),
  about: (text) => `khoảng ${text}`,
});
const unitWord = (unit: string): string => units[unit] ?? unit;
/** A point parts thousands, a comma the decimals. */
const digitsOf = (number: string): string => withSeparators(number).replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

/** The words of a brief in Vietnamese. `place` names a country or group. */
export function vietnameseWords(place: (code: string) => string): Words {
  const amount: Words['amount'] = (value, upper, unit, bound = null) => {
    const power = scaleOf(upper ?? value, [12, 9, 6]);
    const number = (n: number): string => digitsOf(inPowers(n, power));
    const digits = `${upper === null ? '' : `${number(value)}–`}${number(upper ?? value)}${scales[power]!}`;
    return `${bound === null ? '' : bounds[bound]}${digits}${unit === null || unitWord(unit) === '' ? '' : ` ${unitWord(unit)}`}`;
  };
  const list = (items: readonly string[]): string =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} và ${items.at(-1)!}`;
  const arrow = ' → ';
  const brackets = (text: string): string => ` (${text})`;
  return {
    ...{ lang: 'vi', colon: ': ', semicolon: '; ', space: ' ', dash: ' – ', arrow, list, place, date, amount },
    brackets,
    quoted: (text) => `“${text}”`,
    unit: unitWord,
    partOfYear: (edtf) =>
      monthsOf(edtf)
        ?.filter(isFirst)
        .map((m) => `T${m}`)
        .join('–') ?? date(edtf),
    growth: (share) => `${share < 0 ? 'giảm' : 'tăng'} ${digitsOf(percentPoints(Math.abs(share)))}%`,
    series: ({ measure, label, from, to }) => {
      const name = measure === 'other' ? (label ?? measures.other) : measures[measure];
      const ends = [from, to].map((c) => (c === null ? '?' : place(c)));
      return `${name}, ${ends.join(measure === 'trade.total' || measure === 'trade.balance' ? ' – ' : ' → ')}`;
    },
    actor: ({ name, office, country }) => {
      const details = [name === null ? null : office, country === null ? null : place(country)].filter((d) => d !== null);
      if (name === null && office === null) return details.join('');
      return `${name ?? office ?? ''}${details.length > 0 ? ` (${details.join(', ')})` : ''}`.trim();
    },
    event: (kind) => events[kind],
    towards: (x) => ` ${x}`,
    modality: (m) => ({ actual: '', planned: ' (dự kiến)', possible: ' (có thể)', denied: ' (bị phủ nhận)' })[m],
    format: (f) => ({ 'in-person': 'trực tiếp', video: 'trực tuyến', phone: 'qua điện thoại', written: 'bằng văn bản' })[f],
    title: (a, b) => `Quan hệ ${a} – ${b}: bản tóm lược`,
    intro: (stories, today, since, changed) =>
      `Dựa trên ${stories} bản tin${today === null ? '' : `, bản tin mới nhất ${date(today)}`}.${since === null ? '' : ` Tin tức kể từ ${date(since)}; những gì đang có hiệu lực được nêu bất kể ngày nào.`}${changed === null ? '' : ` “Mới” và “cập nhật” đánh dấu những gì các bản tin đăng kể từ ${date(changed)} đem lại.`}`,
    marks: { new: 'mới', updated: 'cập nhật' },
    chart: {
      statistics: (side) => (side === null ? 'không nêu rõ số liệu của bên nào' : `số liệu phía ${side}`),
      partial: 'điểm rỗng: một phần của năm',
      target: 'mục tiêu, đặt tại thời hạn',
      offScale: 'nghi vấn, vượt ngoài thang đo',
      severalYears: 'Số liệu gộp nhiều năm chỉ có trong bảng.',
    },
    sections: {
      relations: 'Hiện trạng quan hệ',
      contacts: 'Tiếp xúc gần đây',
      offices: 'Ai giữ chức vụ nào',
      trade: 'Thương mại và số liệu khác',
      targets: 'Mục tiêu và tình hình thực hiện',
      commitments: 'Cam kết đang chờ thực hiện',
      bodies: 'Cơ chế hợp tác và kỳ họp tới',
      projects: 'Dự án',
      agreements: 'Thỏa thuận',
      doubts: 'Điểm nghi vấn',
    },
    doubted: 'nghi vấn',
    knownWrong: (reason) => `đã biết là sai: ${reason}`,
    alsoWritten: (names) => `còn viết là ${names.join(', ')}`,
    ...{ empty: 'Chưa có tin.', notes: 'Nguồn', level: 'Mức quan hệ được nêu gần nhất', ahead: 'Sắp tới', undated: 'không rõ ngày' },
    relation: (kind, level) =>
      ({
        established: 'thiết lập quan hệ ngoại giao',
        level: `mức quan hệ: ${level ?? 'không rõ'}`,
        anniversary: `kỷ niệm${level === null ? '' : `: ${level}`}`,
        'themed-year': `năm chủ đề${level === null ? '' : `: ${level}`}`,
        suspended: 'quan hệ bị đình chỉ',
        broken: 'cắt đứt quan hệ',
      })[kind],
    tableHead: ['Thời kỳ', 'Nội dung', 'Giá trị', 'So cùng kỳ', 'Lý do chọn', 'Số liệu khác'],
    reason: {
      preferred: 'được chọn theo quyết định',
      'not-known-wrong': 'số kia đã biết là sai',
      'only-value': 'số liệu duy nhất',
      'widest-period': 'thời kỳ dài nhất',
      'latest-moment': 'thời điểm mới nhất',
      'not-a-slip': 'số kia lệch hàng chục, hàng trăm…',
      'named-source': 'có nêu nguồn thống kê',
      'most-exact': 'chính xác nhất',
      newest: 'được nêu sau cùng',
      'most-stories': 'được nêu nhiều nhất',
      'fixed-order': 'không có căn cứ khác',
    },
    difference: {
      coverage: 'thời kỳ thống kê khác',
      rounded: 'cùng số liệu, làm tròn',
      'power-of-ten': 'lệch hàng chục, hàng trăm…',
      mirror: 'số liệu của phía bên kia',
      revision: 'bản khác của cùng nguồn',
      contradiction: 'mâu thuẫn',
    },
    goal: (value, due) => `đạt ${value}${due === null ? '' : `, thời hạn ${date(due)}`}`,
    goalStep: { set: 'đề ra', repeated: 'nhắc lại', 're-set': 'đặt lại' },
    goalStanding: {
      met: 'đã đạt',
      missed: 'không đạt',
      nearly: 'gần đạt; số liệu đã làm tròn',
      passed: 'đã quá hạn; chưa thấy số liệu',
      replaced: 'được thay trước khi đến hạn',
      open: 'chưa đến hạn',
    },
    insteadOf: (goal) => `thay cho “${goal}”`,
    strength: {
      ...{ agreed: 'nhất trí', pledged: 'cam kết', planned: 'dự kiến', willing: 'sẵn sàng', hoped: 'mong muốn', proposed: 'đề nghị' },
      ...{ requested: 'yêu cầu', considering: 'đang xem xét' },
    },
    commitmentStep: { made: 'đưa ra', repeated: 'nhắc lại', postponed: 'lùi lại' },
    commitmentStanding: { kept: 'có tin về sau', overdue: 'quá hạn, chưa có tin', open: 'đang chờ thực hiện' },
    due: (edtf) => `thời hạn ${date(edtf)}`,
    session: (n) => `kỳ họp lần thứ ${n}`,
    sessionStanding: { held: 'đã họp', planned: 'dự kiến họp', named: 'được nhắc đến; không rõ đã họp hay chưa' },
    ...{ nextSession: 'Kỳ họp tới', noNextSession: 'chưa có tin về kỳ họp tới', parts: 'Gồm', chairs: 'Chủ trì' },
    agreement: {
      ...{ proposed: 'được đề xuất', negotiating: 'đang đàm phán', signed: 'đã ký', ratified: 'đã phê chuẩn' },
      ...{ 'in-force': 'đang có hiệu lực', suspended: 'bị đình chỉ', ended: 'đã chấm dứt' },
    },
    project: {
      ...{
        proposed: 'được đề xuất',
        studied: 'đang nghiên cứu',
        agreed: 'đã thống nhất',
        building: 'đang triển khai',
        blocked: 'bị vướng',
      },
      ...{ operating: 'đang vận hành', established: 'đã thành lập', ended: 'đã kết thúc' },
    },
    noStatus: 'được nhắc đến',
    toldOn: (edtf) => `tin ${date(edtf)}`,
    severity: { error: 'Lỗi', warning: 'Cảnh báo', note: 'Lưu ý' },
    finding: (f) => messageIn(f, messagesVi, { amount, date, list, place, arrow }, (m) => measures[m as keyof MeasureNames] ?? m),
    suggestion: (f) => suggestionIn(f, { amount, brackets }),
    suggested: 'Gợi ý',
    heldAgainst: 'so với',
  };
}
