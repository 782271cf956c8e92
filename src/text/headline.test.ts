import { describe, expect, it } from 'vitest';
import { chooseHeadline } from './headline.js';

const body = ['泰国外长与越南外长在曼谷会谈,', '双方讨论贸易。'];

describe('chooseHeadline', () => {
  it('takes the line that the text takes up most, of equals the first', () => {
    expect(chooseHeadline(['北部暴雨列车停驶', '泰越外长会谈', '越南外长在曼谷会谈'], [], body)).toBe(2);
    expect(chooseHeadline(['甲', '乙'], [], body)).toBe(0);
  });
  it('a lone line is the headline, whatever it says; no line is none', () => {
    expect(chooseHeadline(['标题'], [], body)).toBe(0);
    expect(chooseHeadline([], ['标题'], body)).toBe(0);
    expect(chooseHeadline([], [], body)).toBe(-1);
  });
  it('lines below count where none above says anything of the text', () => {
    expect(chooseHeadline(['总统府新闻'], ['泰国外长与越南外长会谈'], body)).toBe(1);
    expect(chooseHeadline(['外长在曼谷会谈'], ['泰国外长与越南外长会谈'], body)).toBe(0);
    expect(chooseHeadline(['总统府新闻'], ['贸易'], body)).toBe(0);
  });
});
