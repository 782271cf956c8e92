import type { HtmlEscapedString } from 'hono/utils/html';

/** Made by `html`: everything put into it was escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;
