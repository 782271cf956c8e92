import { html } from 'hono/html';
import { type Markup, page, words } from './markup.js';

/** What is shown instead of a page. */
export function errorPage(message: string): Markup {
  return page('Not shown', '/api/index.json', html`<h1>Not shown</h1><p>${words(message)}</p><p><a href="/">The record</a></p>`);
}
