/** The same list for programs and for spreadsheets. */
export function DataLinks({ path, query = '', table = true }: { path: string; query?: string; table?: boolean }) {
  return (
    <span className="row tight small no-print">
      {(table ? (['json', 'csv'] as const) : (['json'] as const)).map((format) => (
        <a key={format} href={`/api/v1${path}${format === 'csv' ? '.csv' : ''}${query}`} download={format === 'csv' ? '' : undefined}>
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
