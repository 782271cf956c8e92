/** Characters that look like other characters, and what is meant by them. One code point each. */

/** Radicals of the CJK supplement block that fonts and PDF readers put where the character is meant; the compatibility forms say nothing of them. */
const supplementRadicals =
  '⺁厂⺆冂⺈勹⺋㔾⺌小⺕彐⺗心⺘手⺝月⺟母⺠民⺡水⺢水⺤爪⺨犬⺬示⺮竹⺯糸⺳网⺶羊⺷羊⺹老⺼肉⺽臼⺾草⻁虎⻂衣⻃西⻄西⻅见⻆角⻇角⻈言⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐金⻑長⻒镸⻓长⻔门⻕阜⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻲龟⻳龟';

const radicals = pairs(supplementRadicals);

/** What a radical or compatibility character stands for; `undefined` for every other character. */
export function meantHan(character: string): string | undefined {
  const code = character.codePointAt(0)!;
  if (code >= 0x2e80 && code <= 0x2eff) return radicals.get(character);
  const folded = (code >= 0x2f00 && code <= 0x2fd5) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x2f800 && code <= 0x2fa1f);
  if (!folded) return undefined;
  const meant = character.normalize('NFKC');
  return meant === character ? undefined : meant;
}

const latinOfCyrillic = pairs('аaсcеeоoрpхxуyіiјjѕsһhԁdԛqԝwАAВBЕEЅSІIЈJКKМMНHОOРPСCТTХXУYҮYԌGкkтtмmвbпn');
const latinOfGreek = pairs('ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvρpαaιiκkυuγy');
const cyrillicOfLatin = pairs('aаcсeеoоpрxхyуiіjјsѕhһAАBВEЕSЅIІJЈKКMМHНOОPРCСTТXХYУ');
const kana = pairs('ロ口ニ二カ力エ工ト卜タ夕ハ八チ千オ才ミ三ム厶セ七');

/** The Latin letter that a Cyrillic or Greek letter is taken for, by form. */
export function latinFor(letter: string): string | undefined {
  return latinOfCyrillic.get(letter) ?? latinOfGreek.get(letter);
}

/** The Cyrillic letter that a Latin letter is taken for, by form. */
export function cyrillicFor(letter: string): string | undefined {
  return cyrillicOfLatin.get(letter);
}

/** The Chinese character that a katakana sign is taken for, by form. */
export function hanForKana(sign: string): string | undefined {
  return kana.get(sign);
}

function pairs(list: string): ReadonlyMap<string, string> {
  const points = Array.from(list);
  return new Map(points.flatMap((p, i) => (i % 2 === 0 ? [[p, points[i + 1]!] as const] : [])));
}
