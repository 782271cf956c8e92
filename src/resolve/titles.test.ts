import { describe, expect, it } from 'vitest';
import { foldTitle, numbersIn, pairsIn, shareOfPairs, turnedAround } from './titles.js';

describe('titles', () => {
  it('fold title marks and brackets', () => expect(foldTitle('《自由贸易协定》（修订）')).toBe('自由贸易协定(修订)'));
  it('the order of the parties says nothing', () => {
    expect(turnedAround('越俄政府间委员会', '俄越政府间委员会')).toBe(true);
    expect(turnedAround('越南与俄罗斯友好议员小组', '俄罗斯与越南友好议员小组')).toBe(true);
    expect(turnedAround('越俄政府间委员会', '越白政府间委员会')).toBe(false);
    expect(turnedAround('越俄', '俄越')).toBe(false);
  });
  it('share of pairs', () => {
    expect(shareOfPairs(pairsIn('经贸合作委员会'), pairsIn('经贸合作委员会'))).toBe(1);
    expect(shareOfPairs(pairsIn(''), pairsIn(''))).toBe(0);
  });
  it('numbers tell things apart', () => expect(numbersIn('第22次会议2030年二号线')).toBe('22,2030,二'));
});
