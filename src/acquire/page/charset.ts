/** So many bytes at the beginning of a page or an XML file are searched for the label of its encoding. */
const searched = 4_096;

/** A label that could be read byte by byte cannot be that of UTF-16: the HTML standard takes it for UTF-8. */
const legible = (label: string): string => (/^utf-?16/i.test(label) ? 'utf-8' : label);

/** The encoding label in the bytes of a page or an XML file themselves (a `meta` element, the XML declaration), or `null`. */
export function charsetIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, searched));
  const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(head);
  if (declared) return legible(declared[1]!);
  for (const match of head.matchAll(/<meta\s[^>]{0,300}/gi)) {
    const label = /charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(match[0]);
    if (label) return legible(label[1]!);
  }
  return null;
}
