import type { Unit } from './sounds.js';
import { plainLetters } from './spelling.js';

/** Which language's letters: Vietnamese has its own, all others share one table with several sounds a letter. */
export type Orthography = 'latin' | 'vietnamese' | 'cyrillic';

const lines = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    text
      .trim()
      .split(/\s*\n\s*|\s{2,}/)
      .map((entry) => {
        const [form, sounds] = entry.split('=');
        return [form!, sounds!.split('/').map((s) => (s === '0' ? '' : s))];
      }),
  );

/** Letter groups and what they may sound like in the languages of newswire; `0` is silent. Longest first; one letter last. */
const latin = lines(`
  shch=S/SC  tsch=C  dsch=J  sch=S/sk  sh=S  ch=C/S/k/h  cz=C  sz=S/s  rz=Z/r  dž=J  dj=J/dj  dzh=J  zh=Z/J  kh=h/k  gh=g/0  ph=f/p  th=t/s/z
  ts=c/s  tz=c  tc=C  tch=C  zs=Z  cs=C/ks  gy=J/gi  ny=nj/ni  ly=lj/li  dz=z/J  ck=k/ck  qu=k/kw  gu=g/gu/gw  sc=s/S/sk  cc=k/C  gl=gl/l  gn=nj/gn  lh=l  nh=nj/n
  ng=n/ng/nJ  bb=b  dd=d  ff=f  gg=g/J  kk=k  ll=l/j  mm=m  nn=n  pp=p  rr=r  ss=s  tt=t  zz=c/z  vv=v
  eau=o  au=au/o  ou=u/o/au  oo=u/o  ee=i/e  ea=i/e/ia  ei=ei/ai/i  ey=ei/i  ie=i/ie/e  ai=ai/e/ei  ay=ai/ei  oi=oi/ua  oe=o/e  eu=oi/e/eu  ew=iu/u  aw=o/au  ow=au/o/ov  ue=u/ue  ui=ui/u  ae=ae/e/ai
  oh=o  ah=a  eh=e  uh=u  aa=a  uu=u  ii=i  hj=j  ia=ia/a  io=io/o  iu=iu/u  ya=ia/ja  yu=iu/ju  yo=io/jo  ye=e/je  ja=ia/Ja/Za/ha  je=je/e/Je/Ze/he  jo=jo/Jo/Zo/ho  ju=ju/Ju/Zu/hu
  a=a/e/o  b=b/v  c=k/s/c/C  d=d  e=e/i/0  f=f/v  g=g/J/Z/h  h=h/0  i=i/ai  j=J/j/Z/h  k=k  l=l  m=m  n=n  o=o/a/u  p=p  q=k/C  r=r  s=s/z/S  t=t  u=u/a/iu  v=v/f  w=v/w/u  x=ks/S/h/z/s  y=i/j/ai  z=z/c/s
  č=C  ć=C  š=S  ž=Z  ś=S  ź=Z  ż=Z  đ=J/d  ç=s/C  ş=S  ș=S  ț=c  ţ=c  ğ=0/g  ñ=nj  ń=nj  ł=w/l  ø=o/e  ö=o/e  ü=iu/u/i  å=o  æ=e  ß=s  ë=e/io  ý=i  ď=d/dj  ť=t/tj  ň=nj  ř=rZ/r  ė=e  ę=en/e  ą=on/a  ũ=u  ã=an/a  õ=on/o  é=e  è=e  ê=e  í=i  ó=o/u  ő=o/e  ű=iu/u  ı=i/e  ə=a/e  ï=i
`);
const vietnamese = lines(`
  ngh=n  ng=n  nh=n/nj  ph=f  th=t  tr=C/t  kh=h/k  gh=g  gi=z/J  ch=C/t  qu=kw/k  uy=ui  uô=uo  ươ=uo/io  iê=ie  yê=ie  oa=oa/ua  ia=ia  ua=ua  ưa=ua/ia
  a=a  ă=a  â=a/e  b=b  c=k  d=z/d/j  đ=d  e=e  ê=e  g=g  h=h  i=i  k=k  l=l  m=m  n=n  o=o  ô=o  ơ=o/e  p=p  q=k  r=r/z  s=S/s  t=t  u=u  ư=u/i  v=v  x=s  y=i
`);
const cyrillic = lines(`
  дж=J  дз=z/J  цз=J/c  чж=J/Z  цх=ch/h  тх=t  пх=p/f  кх=k/h  шч=S  нг=n/ng  кс=ks/s  аль=al/0  ий=i  ый=i
  а=a  б=b  в=v  г=g/h  д=d  е=e/je  ё=io/o  ж=Z/J  з=z  и=i  й=j/i  к=k  л=l  м=m  н=n  о=o/a  п=p  р=r  с=s  т=t  у=u  ф=f  х=h  ц=c  ч=C  ш=S  щ=S  ъ=0  ы=i/e  ь=0/i  э=e/a  ю=iu/u  я=ia/a
  і=i  ї=ji/i  є=e/je  ў=v/u  ґ=g  ђ=J  ј=j  љ=lj  њ=nj  ћ=C  џ=J  ѓ=J  ќ=k  ѕ=z  ә=a/e  ғ=g  қ=k  ң=n  ө=o  ұ=u  ү=u  һ=h  ӣ=i  ӯ=u  ҳ=h  ҷ=J
`);

const tableOf = { latin, vietnamese, cyrillic } as const;
const longest = 4;

/** Countries whose languages do not let the last consonant of a word be heard, so that it is missing in other scripts. */
const mute = new Set(['FR', 'BE', 'TH', 'KH', 'LA', 'MM', 'HT']);
const muted = /[ptkdsxzg]/;

/**
 * The units of a word in letters. Letters that a table does not know count as their plain form; what is no letter is silent.
 * `country` tells of consonants that are written and not heard.
 */
export function letterUnits(word: string, orthography: Orthography, country: string | null = null): { units: Unit[]; length: number } {
  const table = tableOf[orthography];
  const lower = word.toLowerCase().normalize('NFC');
  const text = orthography === 'cyrillic' ? lower.replace(/(\p{L})\1/gu, '$1') : lower;
  const known = Array.from(orthography === 'vietnamese' ? withoutTones(text) : text, (c) => (table.has(c) ? c : plainLetters(c))).join('');
  const units: Unit[] = [];
  let at = 0;
  while (at < known.length) {
    let form = known[at]!;
    for (let n = longest; n > 1; n--) {
      const group = known.slice(at, at + n);
      if (group.length === n && table.has(group)) {
        form = group;
        break;
      }
    }
    at += form.length;
    const sounds = table.get(form) ?? [''];
    const silent = at === known.length && country !== null && mute.has(country) && muted.test(form.at(-1)!);
    units.push({ from: units.length, to: units.length + 1, sounds: silent ? [...sounds, ''] : sounds });
  }
  return { units, length: units.length };
}

/** `trịnh` → `trinh`, `đức` → `đưc`: the marks of tones go, those of vowels stay. */
export function withoutTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
}
