declare module 'jsonld' {
  /** Expands a document; `documentLoader` is asked for every context that is not in it. */
  export function expand(
    document: object,
    options: { documentLoader: (url: string) => Promise<never> },
  ): Promise<Record<string, unknown>[]>;
  /** The document as N-Quads. */
  export function toRDF(document: object, options: { format: string; documentLoader: (url: string) => Promise<never> }): Promise<string>;
}
