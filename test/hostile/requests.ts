/** Bodies that are no JSON, or JSON that nobody would send; each a text or bytes. */
const valid = '{"kind":"names","is":"same","names":["a","b"],"why":"x","n":[-1.5e3,true,null]}';

/** The beginning of a body, cut at every place. */
const cut = Array.from({ length: valid.length - 1 }, (_, i) => valid.slice(0, i));

/** A value that no JSON has, as the whole body, within a list and within an object. */
const noValues = [
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    'undefined',
    'True',
    'nul',
    'tru',
    '+1',
    '01',
    '-01',
    '.5',
    '1.',
    '1.e1',
    '1e',
    '1e+',
    '0x10',
    '1_0',
    '１',
    '-',
    '--1',
  ],
  ...[
    "'a'",
    '`a`',
    '"a',
    'a"',
    '"\t"',
    '"\n"',
    '"\\x"',
    '"\\u12"',
    '"\\u{61}"',
    '"\\',
    'a',
    '/**/1',
    '//1\n',
    '#1',
    '1;',
    '1,',
    ',1',
    '1 2',
    '"a" "b"',
  ],
  ...[
    '[1,]',
    '[,1]',
    '[1,,2]',
    '[1}',
    '{1:2}',
    '{a:1}',
    "{'a':1}",
    '{"a":1,}',
    '{,"a":1}',
    '{"a"}',
    '{"a":}',
    '{"a" 1}',
    '{"a":1 "b":2}',
    '{"a"::1}',
  ],
  ...[
    '{"a":1',
    '[1',
    ']',
    '}',
    '{]',
    '[}',
    '<a/>',
    'a=1&b=2',
    '\ufeff\ufeff1',
    '\u00a01',
    '\u20281',
    '\u000b1',
    '\u00001',
    '(1)',
    '=1',
    'function(){}',
  ],
];
const noJson = [...cut, ...noValues.flatMap((text) => [text, `[${text}]`, `{"kind":${text}}`])].filter((text) => {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
});

/** Bytes that are no UTF-8. */
const noText = [
  ...[
    [0xff],
    [0xc0, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe4, 0xb8],
    [0x80],
    [0xf8, 0x88, 0x80, 0x80, 0x80],
    [0xfe, 0xff, 0, 0x7b],
  ],
  ...[
    [0xff, 0xfe, 0x7b, 0],
    [0x1f, 0x8b, 8, 0],
    [0, 0, 0, 0x7b],
  ],
].map((bytes) => Uint8Array.from([0x7b, 0x22, ...bytes, 0x22, 0x3a, 0x31, 0x7d]));

/** What is no JSON in UTF-8: refused with 400. */
export const malformed: readonly (string | Uint8Array<ArrayBuffer>)[] = [...noJson, ...noText];

const deep = (open: string, close: string, n: number): string => open.repeat(n) + close.repeat(n);

/** JSON that is none of what any operation takes: refused with 422. */
export const strange: readonly string[] = [
  ...[
    'null',
    'true',
    'false',
    '0',
    '-0',
    '1e400',
    '-1e400',
    '1e-400',
    `${'9'.repeat(1000)}`,
    '""',
    '"a"',
    '[]',
    '{}',
    '[[]]',
    '[{}]',
    '{"":""}',
  ],
  ...[
    '"\\ud800"',
    '"\\u0000"',
    '{"kind":"\\ud800"}',
    '{"kind":"\\u0000"}',
    '{"kind":1}',
    '{"kind":[]}',
    '{"kind":{}}',
    '{"kind":null}',
    '{"kind":""}',
  ],
  ...[
    '{"kind":"names","kind":"statement"}',
    '{"Kind":"names"}',
    '{"kind ":"names"}',
    '{"kind":"ｎames"}',
    '{"ki\\u006ed":"x"}',
    '{"length":9}',
  ],
  ...[
    '{"__proto__":{"role":"admin"}}',
    '{"constructor":{"prototype":{"role":"admin"}}}',
    '{"kind":"names","__proto__":null}',
    '{"__proto__":[]}',
  ],
  ...['{"toString":1}', '{"valueOf":1}', '{"hasOwnProperty":1}', '{"toJSON":1}', '{"then":1}', '{"__defineGetter__":1}', '{"prototype":1}'],
  ...[deep('[', ']', 1_000), deep('[', ']', 40_000), deep('{"a":', '}', 1_000).replace('{"a":}', '{"a":1}'), `[${'1,'.repeat(40_000)}1]`],
  ...[
    `{${Array.from({ length: 5_000 }, (_, i) => `"a${i}":1`).join(',')}}`,
    `{"kind":"${'x'.repeat(90_000)}"}`,
    `"${'\\u0061'.repeat(10_000)}"`,
  ],
];

/** Words that mean something to SQL, to full-text search or to a shell. */
export const syntax: readonly string[] = [
  ...[
    "'",
    "''",
    '"',
    '""',
    "' OR 1=1 --",
    "'; DROP TABLE articles; --",
    "') UNION SELECT 1 --",
    '1; SELECT 1',
    '/* */',
    '--',
    '%',
    '_',
    '%%%%',
    '[a-z]',
    '\\',
  ],
  ...[
    '*',
    'a*',
    '^a',
    'NEAR(a b)',
    'a NEAR/1 b',
    'a AND',
    'OR b',
    'NOT',
    'title:a',
    '{title}:a',
    '- a',
    '+a',
    '(a',
    'a)',
    '"a',
    'a" b',
    '""""',
    '\u0000',
  ],
  ...[
    '$1',
    '?1',
    ':a',
    '@a',
    '$' + '{a}',
    '\u202e',
    '越',
    '\ud83d',
    'a'.repeat(300),
    ' ',
    '\t',
    '__proto__',
    'constructor',
    'null',
    'undefined',
    '0',
    '-1',
    'NaN',
  ],
];

/** What is no number from 1 to 500. */
export const limits: readonly string[] = [
  ...[
    '0',
    '-1',
    '501',
    '1e9',
    '1.5',
    'a',
    'NaN',
    'Infinity',
    '-Infinity',
    '１０',
    '1;2',
    '[1]',
    '{}',
    'null',
    '9007199254740993',
    '1,5',
    '--1',
    '%00',
  ],
];

/** What no list gave to go on with. */
export const cursors: readonly string[] = [
  ...[
    'a',
    '0',
    '-1',
    '!!',
    '%00',
    'bnVsbA',
    'W10',
    'WzFd',
    'WzEsImEiXQ',
    'e30',
    'WzEsImEiLDFd',
    '//',
    '../..',
    'x'.repeat(1_999),
    'x'.repeat(2_001),
    '{"a":1}',
  ],
  ...[JSON.stringify([1, 'a', 'b']), JSON.stringify([2, 'a', 'b']), 'W1tbW1tbW1tbW11dXV1dXV1dXV0', '越南'],
].map((text) => (text.startsWith('[') ? Buffer.from(text).toString('base64url') : text));

/** Addresses that would lead a browser elsewhere, if the server answered with where to go. */
export const elsewhere: readonly string[] = [
  ...[
    '//evil.example',
    '//evil.example/..',
    '/\\evil.example',
    '/%2f%2fevil.example',
    '/%5cevil.example',
    '///evil.example',
    '/https://evil.example',
  ],
  ...[
    '/?next=//evil.example',
    '/api/v1//evil.example',
    '/api/v1/../..//evil.example',
    '/api/v1/stories/https%3A%2F%2Fevil.example',
    '/.//evil.example',
  ],
];
