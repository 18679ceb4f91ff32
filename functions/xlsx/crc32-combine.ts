// The CRC-32 of two stretches of bytes from the CRCs of each (zlib, crc32_combine): what comes first in a sheet is known
// only when its rows are done, and nobody wants to read them all again.

/** x^32 + x^26 + ... + 1, bits reversed (APPNOTE.TXT 4.4.7). */
const POLYNOMIAL = 0xedb88320;

/** `length`: bytes of the second stretch. */
export function combineCrc32(first: number, second: number, length: number): number {
  return (multiply(powerOfX(length), first) ^ second) >>> 0;
}

/** a(x) times b(x) modulo the polynomial; bit 31 is x^0. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 31; bit >= 0; bit--) {
    if ((a >>> bit) & 1) product ^= b;
    b = b & 1 ? (b >>> 1) ^ POLYNOMIAL : b >>> 1;
  }
  return product >>> 0;
}

/** x to the power of 8 times `bytes`, by squaring. */
function powerOfX(bytes: number): number {
  let result = 0x80000000;
  let square = 0x00800000;
  for (let rest = bytes; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(square, result);
    square = multiply(square, square);
  }
  return result;
}
