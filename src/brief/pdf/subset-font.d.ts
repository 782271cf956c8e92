/** What this house uses of the package, which comes without types. */
declare module 'subset-font' {
  function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'truetype'; variationAxes: Record<string, number>; noHinting?: boolean },
  ): Promise<Uint8Array>;
  export = subsetFont;
}
