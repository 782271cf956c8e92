/** One message between a pool and a reader: a value that JSON can hold, and bytes beside it. */
export interface Frame {
  value: unknown;
  bytes: Uint8Array;
}

const headBytes = 8;

/** A message as it goes over a pipe: two lengths, the value as JSON, the bytes. */
export function frameOf(value: unknown, bytes: Uint8Array = new Uint8Array()): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  const head = Buffer.alloc(headBytes);
  head.writeUInt32BE(json.length, 0);
  head.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([head, json, bytes]);
}

/** Puts the pieces that a pipe gives together again. */
export class Unframer {
  private pieces: Buffer[] = [];
  private held = 0;
  private needed = headBytes;

  /** `limit`: bytes that one message may have. */
  constructor(private readonly limit: number) {}

  /** The messages that are whole with this piece. Throws a `RangeError` where one says that it is larger than the limit, a `SyntaxError` where one is no JSON. */
  take(piece: Buffer): Frame[] {
    this.pieces.push(piece);
    this.held += piece.length;
    const frames: Frame[] = [];
    while (this.held >= this.needed) {
      const all = this.pieces.length === 1 ? this.pieces[0]! : Buffer.concat(this.pieces);
      const [json, bytes] = [all.readUInt32BE(0), all.readUInt32BE(4)];
      const end = headBytes + json + bytes;
      if (end > this.limit) throw new RangeError(`a message of ${end} bytes`);
      this.pieces = [all];
      this.needed = end;
      if (all.length < end) break;
      const middle = headBytes + json;
      frames.push({ value: JSON.parse(all.toString('utf8', headBytes, middle)) as unknown, bytes: all.subarray(middle, end) });
      this.pieces = [all.subarray(end)];
      this.held = all.length - end;
      this.needed = headBytes;
    }
    return frames;
  }
}
