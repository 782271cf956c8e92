import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server answers a request whose body was `sent`. */
export type Answer = (sent: string, response: ServerResponse, request: IncomingMessage) => void;

/** A server on this machine that stands for one with a model. */
export class StandIn {
  /** What was sent, in its order. */
  readonly sent: string[] = [];
  readonly headers: IncomingMessage['headers'][] = [];
  answer: Answer = () => undefined;
  readonly #server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      this.sent.push(body);
      this.headers.push(request.headers);
      this.answer(body, response, request);
    });
  });

  /** Its address, once it listens. */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** Answers with this as the words of the model. */
export const saying =
  (content: unknown): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        choices: [{ message: { role: 'assistant', content: typeof content === 'string' ? content : JSON.stringify(content) } }],
      }),
    );
  };
