/** Room for the rest of the piece before; a longer one has to make do with a copy. */
const restBytes = 64 * 1024;

/** A piece's blocks, one behind the other. It is used again and again: fresh memory of this size costs more than filling it. */
export class PieceBuffer {
  #bytes = Buffer.allocUnsafe(4 * restBytes);
  #end = restBytes;

  /** Takes blocks, in the place of what it held, until they are so many bytes. @returns whether that were all there are */
  async collect(blocks: AsyncIterator<Buffer>, atLeast: number): Promise<boolean> {
    this.#end = restBytes;
    while (this.#end - restBytes < atLeast) {
      const { value, done } = await blocks.next();
      if (done === true) return true;
      this.#makeRoom(value.length);
      this.#end += value.copy(this.#bytes, this.#end);
    }
    return false;
  }

  /** What was collected, behind the rest of the piece before. It is good until the next collection. */
  behind(rest: Buffer): Buffer {
    const collected = this.#bytes.subarray(restBytes, this.#end);
    if (rest.length > restBytes) return Buffer.concat([rest, collected]);
    const begin = restBytes - rest.length;
    rest.copy(this.#bytes, begin);
    return this.#bytes.subarray(begin, this.#end);
  }

  #makeRoom(length: number): void {
    if (this.#end + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#end + length));
    this.#bytes.copy(larger, restBytes, restBytes, this.#end);
    this.#bytes = larger;
  }
}
