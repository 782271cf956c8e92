import type { Told } from '../source.js';
import type { PageStory } from './page.js';

/** Marks a caption in the text as what it is, in the language of the story. */
const captionMarks: Readonly<Record<string, string>> = { zh: '图：', vi: 'Ảnh: ', ru: 'Фото: ' };

/**
 * A story as plain text, one line for each: headline, day and time, standfirst, captions, paragraphs. This is the text that statements
 * quote. Empty where the page has no story.
 */
export function textOfStory(story: PageStory): string {
  if (story.paragraphs.length === 0) return '';
  const { published } = story;
  const mark = captionMarks[languageOf(story)] ?? 'Photo: ';
  const lines = [
    ...(story.title === null ? [] : [story.title]),
    ...(published === null ? [] : [[published.date, published.time, published.zone].filter((x) => x !== null).join(' ')]),
    ...(story.standfirst === null ? [] : [story.standfirst]),
    ...story.captions.map((c) => (/^(?:图|photo|ảnh|фото)/i.test(c) ? c : `${mark}${c}`)),
    ...story.paragraphs,
  ];
  return `${lines.join('\n')}\n`;
}

/** What the page says about its story, as the reader takes it. */
export function toldBy({ title, published, language, agency, address }: PageStory): Told {
  return {
    ...(title === null ? {} : { title }),
    ...(published === null ? {} : { published: published.date }),
    ...(language === null ? {} : { language }),
    ...(agency === null ? {} : { agency }),
    ...(address === null ? {} : { url: address }),
  };
}

function languageOf({ language, paragraphs }: PageStory): string {
  const text = paragraphs.slice(0, 3).join('');
  return /[\u4e00-\u9fff]/.test(text) && !/[\u3040-\u30ff\uac00-\ud7af]/.test(text) ? 'zh' : (language?.split('-')[0] ?? '');
}
