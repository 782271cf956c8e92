/**
 * Fonts that Word has on Windows and macOS; elsewhere the office program takes the system's Chinese font, since the text is marked as
 * Chinese in simplified characters.
 */
const fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Microsoft YaHei" w:cs="Arial"/>';

/** The language of what is not Chinese. In a Chinese brief that is English: Latin words and numbers break as they do there, between words. */
const languages: Readonly<Record<string, string>> = { 'zh-Hans': 'en-US', en: 'en-GB', vi: 'vi-VN', ru: 'ru-RU' };

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function paragraphStyle(id: string, name: string, paragraph: string, run: string, more = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${more}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

/** Styles; sizes are half points, distances twentieths of a point. */
export function stylesXml(lang: string): string {
  const language = `<w:lang w:val="${languages[lang] ?? lang}" w:eastAsia="zh-CN"/>`;
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="21"/><w:szCs w:val="21"/>${language}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const next = '<w:next w:val="Normal"/>';
  return `<w:styles ${namespace}>${defaults}
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
${paragraphStyle('Title', 'Title', '<w:spacing w:after="120"/>', '<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>', next)}
${paragraphStyle('Heading1', 'heading 1', '<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="D9DDE2"/></w:pBdr><w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="26"/><w:szCs w:val="26"/>', next)}
${paragraphStyle('Soft', 'Soft', '', '<w:color w:val="5B636D"/>')}
${paragraphStyle('Source', 'Source', '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs><w:ind w:left="567" w:hanging="567"/>', '<w:sz w:val="18"/><w:szCs w:val="18"/>')}
${paragraphStyle('Cell', 'Cell', '<w:spacing w:after="0" w:line="264" w:lineRule="auto"/>', '<w:sz w:val="18"/><w:szCs w:val="18"/>')}
</w:styles>`;
}

/** Bullets for three levels of lines. */
export function numberingXml(): string {
  const level = (at: number, bullet: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="${bullet}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${340 * (at + 1)}" w:hanging="283"/></w:pPr><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/></w:rPr></w:lvl>`;
  return `<w:numbering ${namespace}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${['•', '–', '·'].map((b, at) => level(at, b)).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}

/** The number of the page, in the middle of its foot. */
export function footerXml(): string {
  const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  return `<w:ftr ${namespace}><w:p><w:pPr><w:pStyle w:val="Soft"/><w:jc w:val="center"/></w:pPr>${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>1</w:t></w:r>${field('end')}</w:p></w:ftr>`;
}

/** The file is of today's Word, not of one before 2010, which knew no such drawings. */
export function settingsXml(): string {
  return `<w:settings ${namespace}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;
}
