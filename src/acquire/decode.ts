import { sentence } from '../model/sentence.js';
import { isCommonHan } from './common-han.js';
import { controlShare, knownFormat, markup } from './content.js';
import { type Problem, refusal, warning } from './problem.js';

/** The text of one document as read. Where the problem is fatal, `text` is empty. */
export interface Decoded {
  /** Without a byte order mark; nothing else is changed. Offsets of statements count code points of this. */
  text: string;
  /** WHATWG name of the encoding: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `big5`, or what a label named; `''` where refused as binary. */
  encoding: string;
  problem: Problem | null;
}

/** One way to read the bytes. */
interface Trial {
  encoding: string;
  text: string;
  /** The last character is cut off. */
  cut: boolean;
  /** Characters that could not be read, as a share of those that are not ASCII; 0 where every byte could be read. */
  damage: number;
  /** Characters that are not ASCII, in the part that was looked at. */
  weight: number;
  /** Share of those that are frequent in Chinese newswire (for UTF-16: that are likely in any supported text). */
  share: number;
}

const sample = 16_384;
const clearly = 0.5;
const barely = 0.2;

/**
 * Bytes to text: byte order mark first, then the label where it fits, then the content (UTF-8, UTF-16, GB18030, Big5).
 * Never throws. A wrong label, a cut last character and single bad bytes are read and flagged; binary data, pages and empty
 * files are refused.
 *
 * @param hint.charset the label that came with the bytes (a header, a meta element, the user); any WHATWG name.
 */
export function decode(bytes: Uint8Array, hint: { charset?: string } = {}): Decoded {
  const decoded = decodeAny(bytes, hint);
  const unfit = decoded.problem?.fatal ? null : unfitText(decoded.text);
  if (unfit) return refuse(unfit.code === 'binary' ? '' : decoded.encoding, unfit);
  return decoded;
}

/** The same for text of any kind, markup too. */
export function decodeAny(bytes: Uint8Array, hint: { charset?: string } = {}): Decoded {
  if (bytes.length === 0) return refuse('', refusal('empty', sentence`is empty (nothing to read)`));
  const format = knownFormat(bytes);
  if (format !== undefined) return refuse('', refusal('binary', sentence`is ${format}, not text (save its text as a .txt file)`));
  const chosen = choose(bytes, hint.charset);
  if (!chosen) return refuse('', notText(bytes));
  const { trial, problem } = chosen;
  return { text: trial.text, encoding: trial.encoding, problem };
}

/** Why a text cannot be a story: binary data, nothing but white space, a page or a feed; `null` where it may be one. */
export function unfitText(text: string): Problem | null {
  if (controlShare(text) > 0.01) return refusal('binary', sentence`is binary data, not text (save its text as a .txt file)`);
  if (/^\s*$/.test(text.slice(0, sample)) && text.trim() === '') {
    return refusal('empty', sentence`has nothing but white space in it (nothing to read)`);
  }
  const kind = markup(text);
  if (kind === 'html')
    return refusal('html', sentence`looks like an HTML page, not the text of a story (read the page from a file or an address)`);
  if (kind === 'xml')
    return refusal('xml', sentence`looks like an XML file or a feed, not the text of a story (rapporteur watch follows feeds)`);
  return null;
}

function refuse(encoding: string, problem: Problem): Decoded {
  return { text: '', encoding, problem };
}

function notText(bytes: Uint8Array): Problem {
  const head = bytes.subarray(0, sample);
  if (controlShare(new TextDecoder('latin1').decode(head)) > 0.01)
    return refusal('binary', sentence`is binary data, not text (save its text as a .txt file)`);
  return refusal('encoding', sentence`is not text in UTF-8, UTF-16, GB18030 or Big5 (save it as UTF-8, or name its encoding)`);
}

function choose(bytes: Uint8Array, charset: string | undefined): { trial: Trial; problem: Problem | null } | undefined {
  const marked = byteOrderMark(bytes);
  if (marked) {
    const trial = attempt(bytes, marked);
    return { trial, problem: flaw(trial) };
  }
  const label = charset === undefined ? undefined : encodingOf(charset);
  const found = byContent(bytes);
  if (label === undefined) {
    if (!found) return undefined;
    const unknown = charset === undefined ? null : wrongLabel(charset, found.encoding, sentence`is no encoding that it knows`);
    return { trial: found, problem: flaw(found) ?? unknown };
  }
  const labelled = attempt(bytes, label);
  if (!found || found.encoding === label) return acceptable(labelled) ? { trial: labelled, problem: flaw(labelled) } : undefined;
  if (found.text === labelled.text) return { trial: labelled, problem: flaw(labelled) };
  if (labelled.damage === 0 && !overrules(found, labelled)) return { trial: labelled, problem: flaw(labelled) };
  return { trial: found, problem: flaw(found) ?? wrongLabel(charset!, found.encoding, sentence`does not fit its bytes`) };
}

function wrongLabel(label: string, encoding: string, why: string): Problem {
  const shown = JSON.stringify(label.slice(0, 40));
  return warning('wrong-label', sentence`the encoding label ${shown} ${why}; read as ${encoding} (leave the label out, or correct it)`);
}

/** What is worth saying about a reading that was accepted. */
function flaw(trial: Trial): Problem | null {
  if (trial.damage > 0) {
    return warning('damaged', sentence`has bytes that are not ${trial.encoding}; they were read as U+FFFD (get an undamaged copy)`);
  }
  if (trial.cut) return warning('truncated', sentence`ends inside a character; read up to the cut (get the whole file)`);
  return null;
}

/** Few enough bad bytes to be damage and not another encoding. */
function acceptable(trial: Trial): boolean {
  return trial.damage <= (trial.share >= clearly ? 0.2 : 0.05);
}

/** Whether the content speaks so clearly for `found` that a label whose encoding also has a reading must be wrong. */
function overrules(found: Trial, labelled: Trial): boolean {
  if (found.damage > 0) return false;
  if (found.encoding === 'utf-8') {
    if (found.weight === 0) return labelled.share < barely && found.text.length >= 16;
    return found.weight >= 8 || (found.weight >= 2 && found.share >= clearly);
  }
  return found.weight >= 8 && found.share >= clearly && labelled.share < found.share / 2;
}

/** The encoding that the bytes themselves speak for, or `undefined` where none does. */
function byContent(bytes: Uint8Array): Trial | undefined {
  const utf8 = attempt(bytes, 'utf-8');
  const controls = controlShare(utf8.text);
  const clean = utf8.damage === 0 && controls === 0;
  if (acceptable(utf8) && controls === 0 && utf8.share >= barely) return utf8;
  if (clean && utf8.weight === 0 && /\s/.test(utf8.text.slice(0, sample))) return utf8;
  const best = bestOfOthers(bytes);
  if (clean) {
    const surprising = best && best.damage === 0 && best.weight >= 8 && best.share >= 0.6 && utf8.weight < best.weight * 3;
    return surprising ? attempt(bytes, best.encoding) : utf8;
  }
  if (best && best.share >= (best.encoding.startsWith('utf-16') ? clearly : barely)) {
    const whole = attempt(bytes, best.encoding);
    if (acceptable(whole)) return whole;
  }
  return acceptable(utf8) && controls <= 0.01 ? utf8 : undefined;
}

/** The most plausible of the encodings other than UTF-8, tried on a part of the bytes that is not all ASCII. */
function bestOfOthers(bytes: Uint8Array): Trial | undefined {
  let first = 0;
  while (first < bytes.length && bytes[first]! < 0x80) first++;
  const start = first === bytes.length ? 0 : first;
  let best: Trial | undefined;
  for (const encoding of ['utf-16le', 'utf-16be', 'gb18030', 'big5']) {
    const from = encoding.startsWith('utf-16') ? start - (start % 2) : start;
    const trial = attempt(bytes.subarray(from, from + sample * 4), encoding);
    if (trial.weight === 0 || !acceptable(trial) || (trial.damage > 0 && trial.share < clearly)) continue;
    if (!best || trial.share > best.share) best = trial;
  }
  return best;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return undefined;
}

/** The encoding that a label stands for; GBK and GB2312 are read as GB18030, which holds them. */
function encodingOf(label: string): string | undefined {
  try {
    const name = new TextDecoder(label.trim()).encoding;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return undefined;
  }
}

function attempt(bytes: Uint8Array, encoding: string): Trial {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes, { stream: true });
    return { encoding, text, cut: !ends(decoder), damage: 0, ...measure(text, encoding) };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const { weight, share } = measure(text, encoding);
    return { encoding, text, cut: false, damage: weight === 0 ? 1 : Math.min(1, replaced(text) / weight), weight, share };
  }
}

/** Whether the decoder has nothing left over. */
function ends(decoder: InstanceType<typeof TextDecoder>): boolean {
  try {
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** How many characters of the part that `measure` looks at could not be read; at least 1. */
function replaced(text: string): number {
  let count = 0;
  const head = measured(text, false);
  for (let at = head.indexOf('\ufffd'); at >= 0; at = head.indexOf('\ufffd', at + 1)) count++;
  return Math.max(1, count);
}

function measured(text: string, wide: boolean): string {
  const from = wide ? 0 : Math.max(0, text.search(/[^\0-\x7f]/));
  return text.slice(from, from + sample);
}

function measure(text: string, encoding: string): { weight: number; share: number } {
  const wide = encoding.startsWith('utf-16');
  let weight = 0;
  let common = 0;
  for (const ch of measured(text, wide)) {
    const c = ch.codePointAt(0)!;
    if (!wide && c < 0x80) continue;
    weight++;
    if (isCommonHan(c) || (wide && isLikelyLetter(c))) common++;
  }
  return { weight, share: weight === 0 ? 0 : common / weight };
}

/** ASCII text, Latin with marks (Vietnamese among it), Cyrillic, general punctuation. */
function isLikelyLetter(c: number): boolean {
  return (
    (c >= 0x20 && c < 0x7f) ||
    c === 0x0a ||
    c === 0x0d ||
    c === 0x09 ||
    (c >= 0xa0 && c < 0x250) ||
    (c >= 0x400 && c < 0x460) ||
    (c >= 0x1e00 && c < 0x1f00) ||
    (c >= 0x2010 && c < 0x2040)
  );
}
