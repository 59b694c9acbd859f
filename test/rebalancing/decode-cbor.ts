/** Reads values of CBOR, one after the other, as far as RFC 8949 was needed to write them: an own reading to check what is written. */
export function decodeCbor(bytes: Uint8Array): unknown[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  const take = (length: number): Uint8Array => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const number = (info: number): number | bigint => {
    if (info < 24) return info;
    const length = { 24: 1, 25: 2, 26: 4, 27: 8 }[info]!;
    at += length;
    if (length === 1) return view.getUint8(at - 1);
    if (length === 2) return view.getUint16(at - 2);
    if (length === 4) return view.getUint32(at - 4);
    const long = view.getBigUint64(at - 8);
    return long <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(long) : long;
  };
  const value = (): unknown => {
    const head = bytes[at++]!;
    const [major, info] = [head >> 5, head & 31];
    if (head === 0xfb) {
      at += 8;
      return view.getFloat64(at - 8);
    }
    if (major === 7) return { 20: false, 21: true, 22: null }[info];
    const size = number(info);
    if (major === 0) return size;
    if (major === 1) return -1 - Number(size);
    if (major === 2) return take(Number(size));
    if (major === 3) {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(take(Number(size)));
    }
    if (major === 4) return Array.from({ length: Number(size) }, value);
    if (major === 5) {
      return Object.fromEntries(
        Array.from({ length: Number(size) }, () => {
          const key = value();
          return [key, value()];
        }),
      );
    }
    return BigInt(`0x${Buffer.from(value() as Uint8Array).toString('hex')}`);
  };

  const values: unknown[] = [];
  while (at < bytes.length) values.push(value());
  return values;
}
