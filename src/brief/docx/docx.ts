import { sceneOf } from '../chart/layout.js';
import type { Brief, Line, Mark, Note, Piece, Section, Table } from '../document.js';
import { htmlText } from '../escape.js';
import { drawing, idsOf } from './drawing.js';
import { packageOf } from './package.js';
import { footerXml, numberingXml, settingsXml, stylesXml } from './styles.js';
import { paragraph, pieceRuns, run, words } from './text.js';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const opened = 'http://schemas.openxmlformats.org/package/2006';
const kind = (name: string): string => `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;

/** The brief as a Word file (Office Open XML). It has no time and no chance in it: the same brief gives the same bytes. */
export function briefDocx(brief: Brief): Uint8Array {
  const related = ['styles', 'settings', 'numbering', 'footer'];
  return packageOf({
    '[Content_Types].xml': `<Types xmlns="${opened}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kind('document.main')}"/>${related.map((r) => `<Override PartName="/word/${r}.xml" ContentType="${kind(r)}"/>`).join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${opened}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${opened}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${opened}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${htmlText(brief.title)}</dc:title>${created(brief)}<dc:language>${brief.lang}</dc:language></cp:coreProperties>`,
    'word/document.xml': documentXml(brief),
    'word/styles.xml': stylesXml(brief.lang),
    'word/settings.xml': settingsXml(),
    'word/numbering.xml': numberingXml(),
    'word/footer.xml': footerXml(),
    'word/_rels/document.xml.rels': `<Relationships xmlns="${opened}/relationships">${related.map((r) => `<Relationship Id="${r}" Type="${office}/relationships/${r}" Target="${r}.xml"/>`).join('')}</Relationships>`,
  });
}

/** The day of the newest story: the file has no other time. */
function created({ asOf }: Brief): string {
  return asOf === null ? '' : `<dcterms:created xsi:type="dcterms:W3CDTF">${asOf}T00:00:00Z</dcterms:created>`;
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}/relationships"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
].join(' ');

function documentXml(brief: Brief): string {
  const writer = new Writer(brief);
  const body = [
    paragraph(writer.words(brief.title), style('Title')),
    paragraph(writer.words(brief.intro), style('Soft')),
    ...brief.sections.map((s) => writer.section(s)),
    ...(brief.notes.length === 0 ? [] : [heading(writer.words(brief.notesTitle)), ...brief.notes.map((n) => writer.note(n))]),
  ].join('\n');
  const page = `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
  return `<w:document ${namespaces}><w:body>${body}${page}</w:body></w:document>`;
}

const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const heading = (content: string): string => paragraph(content, style('Heading1'));

/** Sets the parts of one brief. */
class Writer {
  #drawings = 1;
  readonly #isChinese: boolean;

  constructor(private readonly brief: Brief) {
    this.#isChinese = brief.lang.startsWith('zh');
  }

  words(text: string): string {
    return words(text, this.#isChinese);
  }

  section({ title, charts, table, lines, empty }: Section): string {
    const nothing = !table && lines.length === 0 ? paragraph(this.words(empty), style('Soft')) : '';
    const pictures = charts.map((chart) => {
      const scene = sceneOf(chart);
      const id = this.#drawings;
      this.#drawings += idsOf(scene);
      return paragraph(drawing(scene, id), '<w:keepLines/><w:spacing w:before="120" w:after="120"/>');
    });
    return [heading(this.words(title)), ...pictures, table ? this.table(table) : '', ...lines.map((l) => this.line(l, 0)), nothing].join(
      '',
    );
  }

  mark(mark: Mark | null): string {
    return mark === null ? '' : `${run(this.brief.marks[mark], '<w:shd w:val="clear" w:color="auto" w:fill="FFF3C4"/>')}${run(' ')}`;
  }

  pieces(all: readonly Piece[]): string {
    return all.map((p) => pieceRuns(p, this.#isChinese)).join('');
  }

  line({ pieces, under, mark }: Line, depth: number): string {
    const bullet = `<w:numPr><w:ilvl w:val="${Math.min(depth, 2)}"/><w:numId w:val="1"/></w:numPr>`;
    return paragraph(this.mark(mark) + this.pieces(pieces), bullet) + under.map((l) => this.line(l, depth + 1)).join('');
  }

  /** Widths are twentieths of a point and fill the page; the first row comes again on every page. */
  table({ head, rows }: Table): string {
    const widths = [1500, 1900, 1650, 1150, 1438, 2000];
    const cell = (content: string, at: number): string =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${paragraph(content, style('Cell'))}</w:tc>`;
    const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="D9DDE2"/>`;
    const properties = `<w:tblPr><w:tblW w:w="9638" w:type="dxa"/><w:tblBorders>${['top', 'bottom', 'insideH'].map(border).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>`;
    const titles = head.map((h, at) => cell(words(h, this.#isChinese, '<w:color w:val="5B636D"/>'), at)).join('');
    const body = rows.map(({ cells, mark }) => {
      const content = cells.map((c, at) => cell((at === 0 ? this.mark(mark) : '') + this.pieces(c), at)).join('');
      return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${content}</w:tr>`;
    });
    const grid = widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('');
    return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${titles}</w:tr>${body.join('')}</w:tbl>${paragraph('', style('Cell'))}`;
  }

  /** A source: its number is the place to which the notes lead. The quote is in the language of its story. */
  note({ number, title, agency, source, date, quote, lang, isNew }: Note): string {
    const from = [title, agency, date, source].filter((x) => x !== null).join(' · ');
    const place = `<w:bookmarkStart w:id="${number}" w:name="note${number}"/>${run(`[${number}]`)}<w:bookmarkEnd w:id="${number}"/><w:r><w:tab/></w:r>`;
    const isChinese = lang?.startsWith('zh') ?? this.#isChinese;
    return paragraph(
      `${place}${this.mark(isNew ? 'new' : null)}${words(`“${quote}”`, isChinese)}${run(' — ')}${words(from, isChinese, '<w:color w:val="5B636D"/>')}`,
      style('Source'),
    );
  }
}
