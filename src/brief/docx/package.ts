import { strToU8, type Zippable, zipSync } from 'fflate';

/** The parts of a document by their path in the package, as XML without its first line. */
export type Parts = Readonly<Record<string, string>>;

/** The earliest day a ZIP file can name: the same parts give the same bytes on every day, in every time zone. */
const fixedTime = new Date(1980, 0, 1);

/** The parts as one file (ECMA-376, Open Packaging Conventions), `[Content_Types].xml` first. */
export function packageOf(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [path, xml] of Object.entries(parts))
    files[path] = [strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`), { mtime: fixedTime }];
  return zipSync(files, { level: 6 });
}
