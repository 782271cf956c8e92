/** Every page of the application with something that stands on it once it is there. `{…}`: the story whose file is called so. */
export const pages: readonly [where: string, ready: string][] = [
  ['/', 'table'],
  ['/pair/RU/VN', 'main ol li'],
  ['/pair/RU/VN?view=figures', 'figure svg'],
  ['/pair/BY/VN?view=figures', 'figure svg'],
  ['/pair/RU/VN?view=promises', 'main article'],
  ['/pair/LA/VN?view=bodies', 'main section li'],
  ['/pair/RU/VN?view=agreements', 'main section li'],
  ['/pair/RU/VN?view=projects', 'main section'],
  ['/pair/RU/VN?view=people', 'main section h3'],
  ['/pair/BY/VN?view=doubts', 'main article'],
  ['/story/{003-}', 'aside li'],
  [`/search?q=${encodeURIComponent('贸易')}`, 'aside h3, aside p'],
  ['/search', 'main p'],
  ['/nowhere', 'h1'],
];
