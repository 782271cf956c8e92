import type { Location } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Reported } from '../app/check.js';
import type { Place } from '../model/finding.js';
import type { Checkup } from './drafts.js';
import { Sheet } from './sheet.js';
import type { Stories } from './stories.js';

/** Finds places of a draft and of the stories it is held against as an editor names them. */
export class Locations {
  private readonly stories = new Map<string, Sheet>();

  constructor(
    private readonly checkup: Checkup,
    private readonly addresses: Stories,
  ) {}

  /** Where a place stands: in the draft, or in the stored story. */
  of({ article, start, end }: Pick<Place, 'article' | 'start' | 'end'>): Location {
    const sheet = this.sheetOf(article);
    return { uri: sheet.document.uri, range: sheet.range(start, end) };
  }

  private sheetOf(id: string): Sheet {
    const { sheet, checked } = this.checkup;
    if (id === checked.reading?.article.id) return sheet;
    let story = this.stories.get(id);
    if (!story) {
      const text = checked.view.text(id);
      const source = checked.view.articles().find((article) => article.id === id)?.source ?? id;
      story = new Sheet(TextDocument.create(this.addresses.uriOf({ id, source, text }), 'plaintext', 0, text));
      this.stories.set(id, story);
    }
    return story;
  }
}

/** Findings that count and stand at a code point. */
export function findingsAt({ checked }: Checkup, point: number): Reported[] {
  return checked.reported.filter((r) => r.suppression === null && r.at.start <= point && point < r.at.end);
}

/** Each location once, in the order given. */
export function distinct(locations: readonly Location[]): Location[] {
  return [...new Map(locations.map((location) => [JSON.stringify(location), location])).values()];
}
