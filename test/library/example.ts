import { auditStory, lineOf, read, type StatementOf } from '../../src/index.js';

const text = `越南与俄罗斯贸易额增长

越通社河内——6月20日,越南总理范明政在河内会见来访的俄罗斯总统弗拉基米尔·普京。

越南海关总局的统计显示,2023年越俄双边贸易额为36.3亿美元,同比增长2.3%。双方力争到2030年将双边贸易额提高到100亿美元。(完)
`;
const bytes = new TextEncoder().encode(text);
const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const id = `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

const reading = read({ id, source: 'draft.txt', text, published: '2024-06-20' });
for (const { type, quote } of reading.statements) console.log(`${type}: ${quote}`);

// the type of a statement says which fields it has
const figures = reading.statements.filter((s): s is StatementOf<'figure'> => s.type === 'figure');
for (const { measure, value, unit, period } of figures) console.log(measure, value, unit, period);

// what does not add up, and the line that the command line prints of a story
const { findings } = auditStory(reading.article, text, reading.statements);
console.log(lineOf({ ...reading, findings }).schemaVersion, findings.length);
