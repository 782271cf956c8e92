import type { Bound, EventKind } from '../../model/statement.js';
import { dateWriter, monthsOf } from './date.js';
import { messageIn, suggestionIn } from './messages.js';
import { messagesRu } from './messages-ru.js';
import { inPowers, isFirst, percentPoints, scaleOf, withSeparators } from './number.js';
import type { MeasureNames, Words } from './words.js';

const measures: MeasureNames = {
  'trade.total': 'товарооборот',
  'trade.flow': 'экспорт',
  'trade.balance': 'торговый баланс',
  'investment.capital': 'инвестиции',
  'investment.projects': 'инвестиционные проекты',
  aid: 'помощь',
  loan: 'кредиты',
  tourists: 'туристы',
  students: 'студенты',
  workers: 'трудовые мигранты',
  community: 'диаспора',
  flights: 'авиарейсы',
  companies: 'компании',
  other: 'прочее',
};
const bounds: Readonly<Record<Bound, string>> = {
  ...{ about: 'около ', over: 'более ', under: 'менее ', nearly: 'почти ', only: 'всего ', some: 'несколько ' },
};
const scales: Readonly<Record<number, string>> = { 12: '\u00a0трлн', 9: '\u00a0млрд', 6: '\u00a0млн', 0: '' };
const units: Readonly<Record<string, string>> = {
  ...{
    count: '',
    USD: 'долл. США',
    EUR: 'евро',
    RUB: 'руб.',
    VND: 'донгов',
    CNY: 'юаней',
    JPY: 'иен',
    GBP: 'фунтов стерлингов',
    KRW: 'вон',
  },
  ...{ BYN: 'бел. руб.', KZT: 'тенге', INR: 'индийских рупий', THB: 'батов', LAK: 'кипов', KHR: 'риелей' },
  ...{ 人: 'чел.', 名: 'чел.', 人次: 'поездок', 剂: 'доз', 家: 'компаний', 个: '', 项: '', 架: 'ед.', 艘: 'судов', 辆: 'машин', 台: 'ед.' },
  ...{ 吨: 'т', 套: 'компл.', 班: 'рейсов' },
};
const events: Readonly<Record<EventKind, string>> = {
  ...{ meeting: 'встреча', visit: 'визит', call: 'телефонный разговор', consultation: 'консультации', session: 'заседание' },
  ...{ negotiation: 'переговоры', conference: 'конференция', 'press-conference': 'пресс-конференция', interview: 'интервью' },
  ...{ message: 'послание', credentials: 'вручение верительных грамот', invitation: 'приглашение', agreement: 'договорённость' },
  ...{ signing: 'подписание', ratification: 'ратификация', 'entry-into-force': 'вступление в силу', establishment: 'учреждение' },
  ...{ upgrade: 'повышение уровня отношений', congratulation: 'поздравление', condolence: 'соболезнование', thanks: 'благодарность' },
  ...{ praise: 'похвала', recognition: 'признание', award: 'награждение', approval: 'одобрение', opening: 'открытие', launch: 'запуск' },
  ...{ 'joint-exercise': 'совместные учения', cooperation: 'сотрудничество', purchase: 'закупка', investment: 'инвестиции' },
  ...{ donation: 'дар', aid: 'помощь', loan: 'кредит', concession: 'уступка', withdrawal: 'вывод', release: 'освобождение' },
  ...{
    request: 'просьба',
    accusation: 'обвинение',
    criticism: 'критика',
    lawsuit: 'судебный иск',
    rejection: 'отказ',
    cancellation: 'отмена',
  },
  ...{ threat: 'угроза', protest: 'протест', sanction: 'санкции', expulsion: 'высылка', suspension: 'приостановка', recall: 'отзыв' },
  ...{ mobilisation: 'мобилизация', arrest: 'арест', seizure: 'захват', restriction: 'ограничение', cyberattack: 'кибератака' },
  ...{ clash: 'столкновение', attack: 'нападение', appointment: 'назначение', election: 'выборы', statement: 'заявление' },
};
const monthNames = [
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
];
const monthsOfDays = [
  ...['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
];
const shortMonths = ['янв.', 'февр.', 'март', 'апр.', 'май', 'июнь', 'июль', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.'];
const date = dateWriter({
  year: (y) => `${y}\u00a0г.`,
  month: (y, m) => `${monthNames[m - 1]!} ${y}\u00a0г.`,
  day: (y, m, d) => `${d} ${monthsOfDays[m - 1]!} ${y}\u00a0г.`,
  years: (a, b) => `${a}–${b}\u00a0гг.`,
  months: (y, a, b) => `${monthNames[a - 1]!} – ${monthNames[b - 1]!} ${y}\u00a0г.`,
  days: (y, m, a, b) => `${a}–${b} ${monthsOfDays[m - 1]!} ${y}\u00a0г.`,
  between: (a, b) => `${a ?? '…'} – ${b ?? '…'}`,
  about: (text) => `ок. ${text}`,
});
const unitWord = (unit: string): string => units[unit] ?? unit;
/** A no-break space parts thousands, a comma the decimals. */
const digitsOf = (number: string): string => withSeparators(number).replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '\u00a0'));

/** The words of a brief in Russian. `place` names a country or group; names stay in the nominative. */
export function russianWords(place: (code: string) => string): Words {
  const amount: Words['amount'] = (value, upper, unit, bound = null) => {
    const power = scaleOf(upper ?? value, [12, 9, 6]);
    const number = (n: number): string => digitsOf(inPowers(n, power));
    const digits = `${upper === null ? '' : `${number(value)}–`}${number(upper ?? value)}${scales[power]!}`;
    return `${bound === null ? '' : bounds[bound]}${digits}${unit === null || unitWord(unit) === '' ? '' : ` ${unitWord(unit)}`}`;
  };
  const list = (items: readonly string[]): string =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} и ${items.at(-1)!}`;
  const arrow = ' → ';
  const brackets = (text: string): string => ` (${text})`;
  return {
    ...{ lang: 'ru', colon: ': ', semicolon: '; ', space: ' ', dash: ' – ', arrow, list, place, date, amount },
    brackets,
    quoted: (text) => `«${text}»`,
    unit: unitWord,
    partOfYear: (edtf) =>
      monthsOf(edtf)
        ?.filter(isFirst)
        .map((m) => shortMonths[m - 1]!)
        .join('–') ?? date(edtf),
    growth: (share) => `${share < 0 ? '−' : '+'}${digitsOf(percentPoints(Math.abs(share)))} %`,
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
    towards: (x) => ` → ${x}`,
    modality: (m) => ({ actual: '', planned: ' (планируется)', possible: ' (возможно)', denied: ' (опровергается)' })[m],
    format: (f) => ({ 'in-person': 'очно', video: 'по видеосвязи', phone: 'по телефону', written: 'письменно' })[f],
    title: (a, b) => `${a} – ${b}: справка об отношениях`,
    intro: (stories, today, since, changed) =>
      `Сообщений в основе: ${stories}${today === null ? '.' : `, последнее – ${date(today)}`}${since === null ? '' : ` Новости начиная с даты: ${date(since)}; действующее указано независимо от даты.`}${changed === null ? '' : ` Пометы «новое» и «обновлено» – по сообщениям, вышедшим начиная с даты: ${date(changed)}`}`,
    marks: { new: 'новое', updated: 'обновлено' },
    chart: {
      statistics: (side) => (side === null ? 'сторона не указана' : `данные стороны: ${side}`),
      partial: 'без заливки: часть года',
      target: 'цель, на дату срока',
      offScale: 'сомнительно, за пределами шкалы',
      severalYears: 'Значения за несколько лет вместе – только в таблице.',
    },
    sections: {
      relations: 'Состояние отношений',
      contacts: 'Последние контакты',
      offices: 'Кто какую должность занимает',
      trade: 'Торговля и другие показатели',
      targets: 'Цели и их выполнение',
      commitments: 'Открытые обязательства',
      bodies: 'Органы и ближайшие заседания',
      projects: 'Проекты',
      agreements: 'Соглашения',
      doubts: 'Сомнительные места',
    },
    doubted: 'сомнительно',
    knownWrong: (reason) => `заведомо неверно: ${reason}`,
    alsoWritten: (names) => `также ${names.join(', ')}`,
    ...{
      empty: 'Сообщений нет.',
      notes: 'Источники',
      level: 'Уровень по последнему сообщению',
      ahead: 'Предстоит',
      undated: 'дата не указана',
    },
    relation: (kind, level) =>
      ({
        established: 'установлены дипломатические отношения',
        level: `уровень: ${level ?? 'не указан'}`,
        anniversary: `годовщина${level === null ? '' : `: ${level}`}`,
        'themed-year': `тематический год${level === null ? '' : `: ${level}`}`,
        suspended: 'отношения приостановлены',
        broken: 'отношения разорваны',
      })[kind],
    tableHead: ['Период', 'Показатель', 'Значение', 'Прирост', 'Почему выбрано', 'Другие значения'],
    reason: {
      preferred: 'выбрано решением',
      'not-known-wrong': 'другое значение заведомо неверно',
      'only-value': 'других нет',
      'widest-period': 'самый длинный период',
      'latest-moment': 'самая поздняя дата',
      'not-a-slip': 'в другом значении, похоже, ошибка в порядке величины',
      'named-source': 'назван источник',
      'most-exact': 'самое точное',
      newest: 'сообщено последним',
      'most-stories': 'сообщено чаще всего',
      'fixed-order': 'других оснований нет',
    },
    difference: {
      coverage: 'другой период',
      rounded: 'то же значение, округлено',
      'power-of-ten': 'похоже, ошибка в порядке величины',
      mirror: 'статистика другой стороны',
      revision: 'другая версия того же источника',
      contradiction: 'противоречие',
    },
    goal: (value, due) => `${value}${due === null ? '' : `, срок: ${date(due)}`}`,
    goalStep: { set: 'поставлена', repeated: 'повторена', 're-set': 'изменена' },
    goalStanding: {
      met: 'достигнута',
      missed: 'не достигнута',
      nearly: 'почти достигнута; значение округлено',
      passed: 'срок истёк; данных нет',
      replaced: 'заменена до срока',
      open: 'срок не наступил',
    },
    insteadOf: (goal) => `вместо «${goal}»`,
    strength: {
      ...{
        agreed: 'договорённость',
        pledged: 'обещание',
        planned: 'план',
        willing: 'готовность',
        hoped: 'надежда',
        proposed: 'предложение',
      },
      ...{ requested: 'просьба', considering: 'рассматривается' },
    },
    commitmentStep: { made: 'дано', repeated: 'повторено', postponed: 'отложено' },
    commitmentStanding: { kept: 'есть более позднее сообщение', overdue: 'срок истёк, сообщений нет', open: 'открыто' },
    due: (edtf) => `срок: ${date(edtf)}`,
    session: (n) => `заседание № ${n}`,
    sessionStanding: { held: 'состоялось', planned: 'планируется', named: 'упомянуто; состоялось ли, не сказано' },
    ...{
      nextSession: 'Следующее заседание',
      noNextSession: 'о следующем заседании не сообщается',
      parts: 'Состав',
      chairs: 'Председатели',
    },
    agreement: {
      ...{ proposed: 'предложено', negotiating: 'идут переговоры', signed: 'подписано', ratified: 'ратифицировано' },
      ...{ 'in-force': 'действует', suspended: 'приостановлено', ended: 'прекращено' },
    },
    project: {
      ...{ proposed: 'предложен', studied: 'изучается', agreed: 'согласован', building: 'осуществляется', blocked: 'затруднён' },
      ...{ operating: 'работает', established: 'создан', ended: 'завершён' },
    },
    noStatus: 'упоминается',
    toldOn: (edtf) => `сообщено: ${date(edtf)}`,
    severity: { error: 'Ошибка', warning: 'Предупреждение', note: 'Замечание' },
    finding: (f) => messageIn(f, messagesRu, { amount, date, list, place, arrow }, (m) => measures[m as keyof MeasureNames] ?? m),
    suggestion: (f) => suggestionIn(f, { amount, brackets }),
    suggested: 'Предлагается',
    heldAgainst: 'против',
  };
}
