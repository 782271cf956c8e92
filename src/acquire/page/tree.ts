import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** An element of a page. Only what the reader of pages looks at is kept. */
export interface Element {
  tag: string;
  attrs: ReadonlyMap<string, string>;
  children: Node[];
  parent: Element | null;
}

export type Node = Element | string;

/** Elements deeper than this become siblings of those at this depth, so that everything after it may recurse. */
export const deepest = 200;
/** No page has more elements; the rest of a page that has is not read. */
export const mostElements = 1_000_000;

const none: ReadonlyMap<string, string> = new Map();
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const voids = set('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr');
const raw = set('style xmp iframe noembed noframes noscript');
const rcdata = set('title textarea');
const closesParagraph = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul dd dt',
);
const barriers = set('html body table td th caption template button object');
const headed = set('head title meta link base script style noscript template');
const inline = set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var',
);
/** What an opening tag closes first, and what stops the search for it. */
const siblings: Readonly<Record<string, readonly [closes: ReadonlySet<string>, within: ReadonlySet<string>]>> = {
  li: [set('li'), set('ul ol menu dir')],
  dd: [set('dd dt'), set('dl')],
  dt: [set('dd dt'), set('dl')],
  option: [set('option'), set('select datalist')],
  tr: [set('tr td th'), set('table')],
  td: [set('td th'), set('tr table')],
  th: [set('td th'), set('tr table')],
  tbody: [set('tbody thead tfoot tr td th'), set('table')],
  thead: [set('tbody thead tfoot tr td th'), set('table')],
  tfoot: [set('tbody thead tfoot tr td th'), set('table')],
};
/** Attributes in which pages leave the moment of publication for their scripts. */
export const dateAttributes: readonly string[] = [
  ...['data-publish-date', 'data-publish-time', 'data-published', 'data-published-at', 'data-pubdate', 'data-pub-date', 'data-pub-time'],
  ...['data-publication-date', 'data-deploy-dt', 'data-post-date', 'data-release-date', 'data-article-date'],
];
const kept = set(
  'id class itemprop itemtype itemscope property name content href datetime rel type role hidden style src alt charset lang http-equiv aria-hidden title aria-label ' +
    dateAttributes.join(' '),
);

/**
 * A page as a tree. The tokens are those of the HTML standard (parse5); the tree is built in time linear in the page and never
 * deeper than `deepest`, whatever the page does: that is what it differs in from the standard's. Never throws.
 */
export function treeOf(html: string): Element {
  const builder = new Builder();
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, builder);
  builder.tokenizer = tokenizer;
  tokenizer.write(html, true);
  return builder.root;
}

class Builder {
  readonly root: Element = { tag: 'html', attrs: none, children: [], parent: null };
  tokenizer!: Tokenizer;
  private readonly stack: Element[] = [this.root];
  /** How many elements of each name are open. */
  private readonly open = new Map<string, number>();
  /** Open elements that lie too deep to be kept, by name. */
  private readonly sunk = new Map<string, number>();
  private elements = 0;
  private text: string[] = [];

  onComment(): void {}
  onDoctype(): void {}
  onNullCharacter(): void {}
  onEof(): void {
    this.flush();
  }
  onCharacter(token: Token.CharacterToken): void {
    this.text.push(token.chars);
  }
  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.text.push(token.chars);
  }

  onStartTag(token: Token.TagToken): void {
    const tag = token.tagName;
    if (tag === 'html' || tag === 'body') {
      this.again(tag, token);
      return;
    }
    if (++this.elements > mostElements) return;
    this.flush();
    if (!headed.has(tag)) this.closeHead();
    const drawn = this.isOpen('svg') || this.isOpen('math');
    if (closesParagraph.has(tag) && this.isOpen('p')) this.closeTo('p', barriers);
    const ahead = siblings[tag];
    if (ahead) this.closeOldest(...ahead);
    if (tag === 'a' && this.isOpen('a')) this.closeTo('a', barriers);
    const element: Element = { tag, attrs: attributes(token), children: [], parent: this.top };
    this.top.children.push(element);
    if (voids.has(tag) || (token.selfClosing && drawn)) return;
    if (!drawn) this.switchMode(tag);
    if (this.stack.length >= deepest) {
      this.sunk.set(tag, (this.sunk.get(tag) ?? 0) + 1);
      return;
    }
    this.stack.push(element);
    this.open.set(tag, (this.open.get(tag) ?? 0) + 1);
  }

  onEndTag(token: Token.TagToken): void {
    const tag = token.tagName;
    if (tag === 'br') {
      this.text.push('\n');
      return;
    }
    if (tag === 'html' || tag === 'body') return;
    const sunk = this.sunk.get(tag);
    if (sunk) {
      this.flush();
      this.sunk.set(tag, sunk - 1);
      return;
    }
    if (!this.isOpen(tag)) return;
    this.flush();
    this.closeTo(tag, inline.has(tag) ? closesParagraph : barriers);
  }

  private get top(): Element {
    return this.stack[this.stack.length - 1]!;
  }

  private isOpen(tag: string): boolean {
    return (this.open.get(tag) ?? 0) > 0;
  }

  /** Attributes of a second `html` or `body` tag are the page's. */
  private again(tag: string, token: Token.TagToken): void {
    this.flush();
    if (tag === 'html') this.root.attrs = attributes(token);
    else this.closeHead();
  }

  private closeHead(): void {
    if (this.isOpen('head')) this.closeTo('head', barriers);
  }

  private switchMode(tag: string): void {
    if (tag === 'script') this.tokenizer.state = TokenizerMode.SCRIPT_DATA;
    else if (raw.has(tag)) this.tokenizer.state = TokenizerMode.RAWTEXT;
    else if (rcdata.has(tag)) this.tokenizer.state = TokenizerMode.RCDATA;
    else if (tag === 'plaintext') this.tokenizer.state = TokenizerMode.PLAINTEXT;
    else return;
    this.tokenizer.lastStartTagName = tag;
  }

  private pop(): void {
    const { tag } = this.stack.pop()!;
    this.open.set(tag, this.open.get(tag)! - 1);
    if (this.sunk.size > 0) this.sunk.clear();
  }

  /** Closes the nearest element of that name and all within it, unless a barrier lies between. */
  private closeTo(tag: string, stops: ReadonlySet<string>): void {
    for (let i = this.stack.length - 1; i > 0; i--) {
      const own = this.stack[i]!.tag;
      if (own === tag) {
        while (this.stack.length > i) this.pop();
        return;
      }
      if (stops.has(own)) return;
    }
  }

  private closeOldest(closes: ReadonlySet<string>, within: ReadonlySet<string>): void {
    let lowest = -1;
    for (let i = this.stack.length - 1; i > 0 && !within.has(this.stack[i]!.tag); i--) if (closes.has(this.stack[i]!.tag)) lowest = i;
    if (lowest > 0) while (this.stack.length > lowest) this.pop();
  }

  private flush(): void {
    if (this.text.length === 0) return;
    const text = this.text.length === 1 ? this.text[0]! : this.text.join('');
    this.text = [];
    this.top.children.push(text);
  }
}

function attributes(token: Token.TagToken): ReadonlyMap<string, string> {
  if (token.attrs.length === 0) return none;
  const out = new Map<string, string>();
  for (const { name, value } of token.attrs) if (kept.has(name)) out.set(name, value);
  return out;
}

/** Elements with one of the names, in the order of the page. */
export function* elementsOf(root: Element, ...tags: readonly string[]): Generator<Element> {
  const stack: Element[] = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (tags.length === 0 || tags.includes(next.tag)) yield next;
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i]!;
      if (typeof child !== 'string') stack.push(child);
    }
  }
}

/** All text within, without that of scripts and styles. */
export function textOf(element: Element): string {
  const parts: string[] = [];
  const visit = (e: Element): void => {
    if (silent.has(e.tag)) return;
    for (const child of e.children) {
      if (typeof child === 'string') parts.push(child);
      else if (child.tag === 'br') parts.push('\n');
      else visit(child);
    }
  };
  visit(element);
  return parts.join('');
}

/** Elements whose text nobody sees. */
export const silent = set(
  'script style template noscript iframe noframes noembed svg math head object audio video canvas select textarea button datalist xmp',
);
