import { paperColours, type Scene, type Shape, type Sign, type Text } from '../chart/scene.js';
import { htmlText } from '../escape.js';
import { noteLink, run } from './text.js';

/** English metric units for one pixel of a scene that fills the width of the text. */
const textWidth = 6_120_000;

const colour = (tone: Shape['tone']): string => paperColours[tone].slice(1).toUpperCase();
const fill = (tone: Shape['tone']): string => `<a:solidFill><a:srgbClr val="${colour(tone)}"/></a:solidFill>`;
/** How many numbers a shape takes. */
const idsOfShape = 2;
/** How many numbers a scene takes. */
export const idsOf = (scene: Scene): number => 1 + idsOfShape * scene.shapes.length;

const white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>';
const forms: Readonly<Record<Sign['form'], string>> = { circle: 'ellipse', square: 'rect', diamond: 'diamond', triangle: 'triangle' };

/**
 * A scene as a group of Word's own shapes (DrawingML), which stays sharp and can be edited. The drawing and its shapes are numbered from
 * `id` on, no two alike in a document.
 */
export function drawing(scene: Scene, id: number): string {
  const emu = textWidth / scene.width;
  const size = `cx="${textWidth}" cy="${Math.round(scene.height * emu)}"`;
  const name = htmlText(scene.title);
  const shapes = scene.shapes.map((s, at) => shape(s, id + 1 + idsOfShape * at, emu)).join('');
  const group = `<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/><a:chOff x="0" y="0"/><a:chExt ${size}/></a:xfrm></wpg:grpSpPr>${shapes}</wpg:wgp>`;
  const graphic = `<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">${group}</a:graphicData></a:graphic>`;
  const inline = `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${id}" name="Chart ${id}" descr="${name}"/><wp:cNvGraphicFramePr/>${graphic}</wp:inline>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>${inline}</w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
}

function shape(s: Shape, id: number, emu: number): string {
  if (s.kind === 'line') {
    const flips = `${s.x2 < s.x1 ? ' flipH="1"' : ''}${s.y2 < s.y1 ? ' flipV="1"' : ''}`;
    const place = frame(Math.min(s.x1, s.x2), Math.min(s.y1, s.y2), Math.abs(s.x2 - s.x1), Math.abs(s.y2 - s.y1), emu, flips);
    const dash = s.dashed ? '<a:prstDash val="dash"/>' : '';
    const stroke = `<a:ln w="${Math.round(s.width * emu)}">${fill(s.tone)}${dash}</a:ln>`;
    return `<wps:wsp><wps:cNvPr id="${id}" name="Line ${id}"/><wps:cNvCnPr/><wps:spPr>${place}${form('line')}${stroke}</wps:spPr><wps:bodyPr/></wps:wsp>`;
  }
  if (s.kind === 'sign') {
    const place = frame(s.x - s.radius, s.y - s.radius, 2 * s.radius, 2 * s.radius, emu);
    const stroke = `<a:ln w="${Math.round(1.5 * emu)}">${fill(s.tone)}</a:ln>`;
    return `<wps:wsp><wps:cNvPr id="${id}" name="Point ${id}"/><wps:cNvSpPr/><wps:spPr>${place}${form(forms[s.form])}${s.isHollow ? white : fill(s.tone)}${stroke}</wps:spPr><wps:bodyPr/></wps:wsp>`;
  }
  return label(s, id, emu);
}

/** A box of its own for each text, wide enough for fonts wider than estimated; the text stands where the scene has it. */
function label(s: Text, id: number, emu: number): string {
  const { x, y, piece, size, anchor, tone, width, isBacked } = s;
  const wide = width + 24;
  const left = { start: x, middle: x - wide / 2, end: x - wide }[anchor];
  const place = frame(left, y - size * 1.15, wide, size * 1.6, emu);
  const align = { start: 'left', middle: 'center', end: 'right' }[anchor];
  const halfPoints = Math.round((size * emu * 2) / 12_700);
  const look = (hex: string): string => `<w:color w:val="${hex}"/><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
  const content = run(piece.text, look(colour(tone))) + piece.notes.map((n) => noteLink(n, look(colour('first')))).join('');
  const text = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="${align}"/></w:pPr>${content}</w:p>`;
  const body = '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>';
  const paper = isBacked ? backing(s, id + 1, emu) : '';
  return `${paper}<wps:wsp><wps:cNvPr id="${id}" name="Text ${id}"/><wps:cNvSpPr txBox="1"/><wps:spPr>${place}${form('rect')}<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>${text}</w:txbxContent></wps:txbx>${body}</wps:wsp>`;
}

/** Paper between a text and the lines under it. */
function backing({ x, y, size, width }: Text, id: number, emu: number): string {
  const place = frame(x - width / 2, y - size * 0.9, width, size * 1.15, emu);
  return `<wps:wsp><wps:cNvPr id="${id}" name="Paper ${id}"/><wps:cNvSpPr/><wps:spPr>${place}${form('rect')}${white}<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>`;
}

function frame(x: number, y: number, width: number, height: number, emu: number, flips = ''): string {
  const [left, top, wide, high] = [x, y, width, height].map((n) => Math.round(n * emu));
  return `<a:xfrm${flips}><a:off x="${left}" y="${top}"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm>`;
}

const form = (name: string): string => `<a:prstGeom prst="${name}"><a:avLst/></a:prstGeom>`;
