import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { saidIn, translator } from './reason.js';
import { reasons as reasonsRu } from './reasons/ru.js';
import { reasons as reasonsVi } from './reasons/vi.js';
import { reasons as reasonsZh } from './reasons/zh.js';
import { refusals as refusalsRu } from './refusals/ru.js';
import { refusals as refusalsVi } from './refusals/vi.js';
import { refusals as refusalsZh } from './refusals/zh.js';

const zh = { ...reasonsZh, ...refusalsZh };
const vi = { ...reasonsVi, ...refusalsVi };
const ru = { ...reasonsRu, ...refusalsRu };

const source = path.join(import.meta.dirname, '..', '..', '..', 'src');

/** The words of every sentence in the code of the server. */
function everySentence(): string[] {
  const found = new Set<string>();
  for (const room of ['acquire', 'app', 'http', 'model', 'resolve'])
    for (const file of fs.readdirSync(path.join(source, room), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      const text = fs.readFileSync(path.join(source, room, file), 'utf8');
      if (!/\b(?:sentence|apart)`/.test(text)) continue;
      const walk = (node: ts.Node): void => {
        if (ts.isTaggedTemplateExpression(node) && ['sentence', 'apart'].includes(node.tag.getText())) {
          const { template } = node;
          const parts = ts.isTemplateExpression(template)
            ? [template.head.text, ...template.templateSpans.map((span) => span.literal.text)]
            : [template.text];
          found.add(parts.reduce((words, part, i) => `${words}{${i - 1}}${part}`));
        }
        ts.forEachChild(node, walk);
      };
      walk(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
    }
  // what only passes a sentence on
  found.delete('{0}');
  return [...found].sort();
}

const sentences = everySentence();
const slots = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();
/** Names of formats, options and fields, which are the same in every language. */
const technical =
  /(?:body|query)\.\w+|Authorization: Bearer|Model Context Protocol|SOURCE:LINE|multipart\/form-data|npm run build|\/api\/v1(?:\/openapi\.json)?|rapporteur \w+|\b(?:q|pair)\b|\.(?:txt|html|pdf|docx|eml|warc)\b|--[\w-]+(?: text=NAME)?|7-Zip|robots\.txt|rapporteur watch|U\+FFFD|UTF-8|UTF-16|GB18030|Big5|bzip2|gzip|Zstandard|SQLite|NewsML|Office|WebP|https?|\bxz\b|\b[A-Z]{2,5}\b|From|Subject|Date/g;

it('there are sentences', () => expect(sentences.length).toBeGreaterThan(120));

describe.each([
  ['zh', zh, /[a-zа-яё]/i],
  ['vi', vi, /[\p{Script=Han}а-яё]/iu],
  ['ru', ru, /[\p{Script=Han}a-z]/iu],
] as const)('reasons of the server in %s', (_, words, foreign) => {
  it('are all that it says in English, and no more', () => expect(Object.keys(words).sort()).toEqual(sentences));

  it('put in the same values, and speak their own language', () => {
    for (const [text, own] of Object.entries(words)) {
      expect([text, slots(own)]).toEqual([text, slots(text)]);
      expect([own, foreign.test(own.replace(technical, ''))]).toEqual([own, false]);
    }
  });

  it('each is found again with its values in it', () => {
    const say = translator(words, (code) => code);
    for (const [text, own] of Object.entries(words)) {
      const filled = (said: string): string => said.replace(/\{(\d+)\}/g, (_all, n: string) => `<${n}>`);
      expect(say(filled(text))).toBe(filled(own));
    }
  });
});

it('a sentence within another is said too, and so are countries', () => {
  const say = translator(zh, (code) => ({ VN: '越南', RU: '俄罗斯' })[code] ?? code);
  expect(say('names: 0.93, in Latin letters surname 0.95, given name 0.90 by sound')).toBe(
    '姓名：0.93，拉丁字母拼写：姓的读音相似度 0.95，名 0.90',
  );
  expect(say('country: RU+VN')).toBe('国家：俄罗斯 + 越南');
  expect(say('is a PNG image, not text (save its text as a .txt file)')).toBe('是“PNG 图片”，不是文本（请把正文另存为 .txt 文件）');
  expect(say('some fault that nobody foresaw')).toBe('some fault that nobody foresaw');
});

it('a refusal is said by its words, with the sentences and names that it puts in', () => {
  const say = translator(zh, (code) => code);
  const fault = { text: '{0}: {1}', values: ['body.addresses.0', 'an address begins with http:// or https:// and has no blanks'] };
  expect(saidIn(zh, fault, say)).toBe('body.addresses.0：网址须以 http:// 或 https:// 开头，且不含空格');
  expect(saidIn(zh, { text: 'Ask again in {0} s.', values: [3] }, say)).toBe('请求过于频繁，请在 3 秒后再试。');
  expect(saidIn(zh, { text: '{0}', values: ['d1 is not in force'] }, say)).toBe('d1 并不生效');
  expect(saidIn(zh, { text: 'nobody has said this yet', values: [] }, say)).toBeNull();
});
