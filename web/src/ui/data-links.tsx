/** The same list for programs and for spreadsheets. */
export function DataLinks({ path, query = '' }: { path: string; query?: string }) {
  return (
    <span className="row tight small no-print">
      {(['json', 'csv'] as const).map((format) => (
        <a key={format} href={`/api/v1${path}${format === 'csv' ? '.csv' : ''}${query}`} download={format === 'csv' ? '' : undefined}>
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
