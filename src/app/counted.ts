/** `1234567.5` → `1,234,567.5`. */
export function grouped(digits: string): string {
  const [whole = '', part] = digits.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const figures = sign ? whole.slice(1) : whole;
  const groups: string[] = [];
  for (let end = figures.length; end > 0; end -= 3) groups.unshift(figures.slice(Math.max(0, end - 3), end));
  return `${sign}${groups.join(',')}${part === undefined ? '' : `.${part}`}`;
}

/** `3 statements`, `1 statement`; the plural is the singular with an s, or `many`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${grouped(String(n))} ${n === 1 ? one : many}`;
}
