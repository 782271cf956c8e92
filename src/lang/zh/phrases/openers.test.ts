import { expect, it } from 'vitest';
import { Chart } from '../../../grammar/chart.js';
import { numeralOpeners } from './digits.js';
import { otherOpeners, quantityAt } from './quantities.js';
import { timeAt, timeOpeners } from './times.js';

/** What can stand behind a first character that begins an expression of time or an amount. */
const tails = [
  '年底前,',
  '天。',
  '2018年9月1日,',
  '二〇一八年',
  '月3日',
  '期三',
  '半',
  '番',
  '几十亿',
  '12.5%',
  '十分之三',
  '前不久',
  '数人',
  '成',
  '拜三',
];

it('no expression of time and no amount begins with a character that is not looked at', () => {
  for (let unit = 1; unit < 65536; unit++) {
    const ch = String.fromCharCode(unit);
    const [noTime, noAmount] = [!timeOpeners.at(ch, 0), !(numeralOpeners.at(ch, 0) || otherOpeners.at(ch, 0))];
    for (const tail of tails) {
      const text = ch + tail;
      if (noTime && timeAt(text, 0, text.length)) expect.unreachable(`a time begins in ${text}`);
      if (noAmount && quantityAt(new Chart(text, { start: 0, end: text.length }), text, 0))
        expect.unreachable(`an amount begins in ${text}`);
    }
  }
});
