/** Upper ends of the classes of durations, in seconds. */
const classes = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  count: number;
  seconds: number;
  upTo: number[];
}

/** A number as of now, with what it is of. */
export interface Gauge {
  name: string;
  help: string;
  values: readonly { labels?: Readonly<Record<string, string>>; value: number }[];
}

/** Counts requests and their durations, in the text format of Prometheus. */
export class Metrics {
  readonly #requests = new Map<string, { labels: Record<string, string>; count: number }>();
  readonly #durations = new Map<string, Series>();

  /** A request that was answered. `operation`: one of few names. */
  count(operation: string, status: number, seconds: number): void {
    const key = `${operation} ${status}`;
    const known = this.#requests.get(key) ?? { labels: { operation, status: String(status) }, count: 0 };
    known.count++;
    this.#requests.set(key, known);
    const series = this.#durations.get(operation) ?? { count: 0, seconds: 0, upTo: classes.map(() => 0) };
    series.count++;
    series.seconds += seconds;
    for (const [i, end] of classes.entries()) if (seconds <= end) series.upTo[i]!++;
    this.#durations.set(operation, series);
  }

  /** Everything counted, and these gauges. */
  text(gauges: readonly Gauge[]): string {
    const lines: string[] = [];
    const head = (name: string, help: string, type: string): void => void lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
    head('rapporteur_http_requests_total', 'Requests answered.', 'counter');
    for (const { labels, count } of this.#requests.values()) lines.push(`rapporteur_http_requests_total${labelText(labels)} ${count}`);
    const name = 'rapporteur_http_request_duration_seconds';
    head(name, 'How long answers took.', 'histogram');
    for (const [operation, { count, seconds, upTo }] of this.#durations) {
      for (const [i, end] of classes.entries()) lines.push(`${name}_bucket${labelText({ operation, le: String(end) })} ${upTo[i]}`);
      lines.push(`${name}_bucket${labelText({ operation, le: '+Inf' })} ${count}`);
      lines.push(`${name}_sum${labelText({ operation })} ${seconds}`, `${name}_count${labelText({ operation })} ${count}`);
    }
    for (const { name: gauge, help, values } of gauges) {
      head(gauge, help, 'gauge');
      for (const { labels = {}, value } of values) lines.push(`${gauge}${labelText(labels)} ${value}`);
    }
    return `${lines.join('\n')}\n`;
  }
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const said = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`,
  );
  return said.length === 0 ? '' : `{${said.join(',')}}`;
}
