import { describe, expect, it } from 'vitest';
import { languageOf } from './language.js';

describe('languageOf', () => {
  it.each([
    ['zh', '越南政府副总理郑廷勇同俄罗斯副总理举行会谈。'],
    ['zh', '越南政府副總理同俄羅斯副總理舉行會談。'],
    ['zh', '2020年,贸易额达8.28亿美元(VNA)。'],
    ['zh', '越南外长会见俄罗斯外长谢尔盖·拉夫罗夫(Sergei Lavrov),双方讨论合作。'],
    ['ja', '日本の外務大臣はベトナムの外務大臣と会談し、協力について話し合いました。'],
    ['ko', '한국 외교부 장관은 베트남 외교부 장관과 회담을 가졌다.'],
    ['ru', 'Министр иностранных дел России встретился с министром иностранных дел Вьетнама.'],
    ['uk', 'Міністр закордонних справ України зустрівся з міністром закордонних справ В’єтнаму.'],
    ['be', 'Міністр замежных спраў Беларусі сустрэўся з міністрам замежных спраў В’етнама ў Мінску.'],
    ['vi', 'Bộ trưởng Ngoại giao Việt Nam đã hội đàm với Bộ trưởng Ngoại giao Nga tại Hà Nội.'],
    ['en', 'The foreign minister of Russia met with the foreign minister of Vietnam for talks in Hanoi.'],
    ['fr', 'Le ministre des Affaires étrangères de la Russie et le ministre du Vietnam ont tenu des entretiens dans la capitale.'],
    ['es', 'El ministro de Relaciones Exteriores de Rusia y el de Vietnam conversaron por la tarde con los medios de una agencia.'],
    ['de', 'Der russische Außenminister und der vietnamesische Außenminister sprachen mit den Medien von Hanoi für eine Stunde.'],
    ['it', 'Il ministro degli Esteri della Russia ha parlato con il ministro del Vietnam di una visita che gli è stata proposta.'],
  ])('%s: %s', (language, text) => expect(languageOf(text)).toBe(language));

  it.each([
    ['nothing', ''],
    ['digits and signs', '2020-11-11 14:30 8.28% (…)'],
    ['too little to judge by', 'VNA'],
    ['no word of a language that it knows', 'Lorem ipsum dolor sit amet consectetur adipiscing'],
  ])('says nothing of %s', (_, text) => expect(languageOf(text)).toBeNull());

  it('judges by the beginning of a very long text', () => {
    expect(languageOf(`${'越南与俄罗斯。'.repeat(4_000)}${'The ministers of the two countries met. '.repeat(50_000)}`)).toBe('zh');
  });
  it('is not misled by a name or a link in another script', () => {
    expect(languageOf('https://www.vietnamplus.vn/some-long-path-of-a-page 越南外长与俄罗斯外长会谈,双方讨论经贸合作与人文交流')).toBe(
      'zh',
    );
    expect(languageOf('The minister (王毅) met with his counterpart of the Republic of Korea (조태열) in Beijing.')).toBe('en');
  });
});
