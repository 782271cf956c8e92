import { z } from 'zod';
import { briefLanguages } from '../../../app/brief.js';
import { type BriefFormat, writtenBrief } from '../../../app/brief-formats.js';
import { briefSections, chosenBrief } from '../../../app/facts/brief.js';
import type { Store } from '../../../app/record.js';
import { apart } from '../../../model/sentence.js';
import { hanFonts } from '../../assets.js';
import { conditional, operation, type Registered } from '../endpoint.js';
import { pairIn, pairParams } from '../pair-in.js';
import { Problem } from '../problem.js';

const types: Readonly<Record<BriefFormat, string>> = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};
const formats = Object.keys(types) as BriefFormat[];

/** The page styles itself, takes Chinese letters from the application where it has them, and the application shows it in a frame. */
const shownInFrame = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline' 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
};

const query = z.strictObject({
  lang: z.enum(briefLanguages).default('zh'),
  since: z.iso.date().optional().describe('only news since this day'),
  changedSince: z.iso.date().optional().describe('marks what the stories published since this day have brought'),
  sections: z
    .string()
    .max(300)
    .optional()
    .describe(`only these, divided by commas: ${briefSections.join(', ')}`),
});

/** The brief on a pair, in each format. */
export function briefRoutes(store: Store): Registered[] {
  const fonts = hanFonts();
  return formats.map((format) =>
    operation(
      {
        id: `brief${format[0]!.toUpperCase()}${format.slice(1)}`,
        method: 'get',
        path: `/pairs/{a}/{b}/brief.${format}`,
        tag: 'Brief',
        summary: `The brief on a pair (${format}).`,
        role: 'read',
        cost: 'heavy',
        params: pairParams,
        query,
        body: null,
        answer: z.string(),
        files: [types[format].split(';')[0]!],
        refusals: [404],
      },
      async ({ params, query: wanted, c }) => {
        const [a, b] = pairIn(params);
        const sections = wanted.sections?.split(',').map((name) => name.trim());
        const unknown = sections?.find((name) => !(briefSections as readonly string[]).includes(name));
        if (unknown !== undefined) throw new Problem(400, 'bad-query', apart`query.sections: there is no section ${unknown.slice(0, 80)}.`);
        const brief = await chosenBrief(store, a, b, {
          language: wanted.lang,
          sections,
          ...(wanted.since === undefined ? {} : { since: wanted.since }),
          ...(wanted.changedSince === undefined ? {} : { changedSince: wanted.changedSince }),
        });
        const name = `${a}-${b}-${wanted.lang}.${format}`;
        const place = format === 'docx' ? 'attachment' : 'inline';
        return conditional(c, await writtenBrief(brief, format, fonts), types[format], 200, {
          'content-disposition': `${place}; filename="${name}"`,
          ...(format === 'html' ? shownInFrame : {}),
        });
      },
    ),
  );
}
