import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A network between two programs of this machine that can be cut and slowed: a port that stands for another. */
export class Network {
  private readonly ends = new Set<net.Socket>();
  private readonly server = net.createServer({ pauseOnConnect: true }, (near) => this.join(near));
  private isCut = false;
  /** Milliseconds that each piece takes longer, both ways. */
  private late = 0;

  private constructor(private readonly target: { host: string; port: number }) {}

  /** Listens at a free port of the address `at` for those who mean the target. */
  static async to(host: string, port: number, at = '127.0.0.1'): Promise<Network> {
    const network = new Network({ host, port });
    network.server.listen(0, at);
    await once(network.server, 'listening');
    return network;
  }

  /** The same address by way of this network. */
  address(direct: string): string {
    const url = new URL(direct);
    const { address, port } = this.server.address() as net.AddressInfo;
    url.host = `${address}:${port}`;
    return url.href;
  }

  /** Breaks every connection and lets none through for so many milliseconds. */
  async cut(ms: number): Promise<void> {
    this.isCut = true;
    for (const end of this.ends) end.destroy();
    await pause(ms);
    this.isCut = false;
  }

  /** For so many milliseconds nothing arrives, and then all of it: nobody sees a connection end. */
  async hold(ms: number): Promise<void> {
    for (const end of this.ends) end.pause();
    await pause(ms);
    for (const end of this.ends) end.resume();
  }

  /** For so many milliseconds every piece takes longer by `late`. */
  async slow(ms: number, late: number): Promise<void> {
    this.late = late;
    await pause(ms);
    this.late = 0;
  }

  close(): void {
    this.server.close();
    for (const end of this.ends) end.destroy();
  }

  private join(near: net.Socket): void {
    if (this.isCut) {
      near.destroy();
      return;
    }
    const far = net.connect(this.target);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(from);
      from.setNoDelay(true);
      let before = Promise.resolve();
      from.on('data', (piece) => {
        const until = this.late;
        before = before.then(async () => {
          if (until > 0) await pause(until);
          if (!to.destroyed) to.write(piece);
        });
      });
      from.on('error', () => from.destroy());
      from.on('close', () => {
        this.ends.delete(from);
        // what is on its way arrives first
        void before.then(() => to.destroy());
      });
    }
    near.resume();
  }
}
