import { readFileSync } from 'node:fs';
import { execute } from './program.js';
import { guardOutput } from './terminal.js';

const about = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
guardOutput();
process.exitCode = await execute(process.argv.slice(2), about.version);
