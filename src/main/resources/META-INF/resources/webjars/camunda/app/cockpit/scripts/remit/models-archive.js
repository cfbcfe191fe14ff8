/* A ZIP archive of the files of a folder, put together in the browser, without compression. */

const UTF_8 = new TextEncoder();

/** What is hidden is left out, as Remit leaves it out of a folder. */
export async function archiveOf(files) {
  const shown = [...files].filter(file => !file.webkitRelativePath.split('/').some(part => part.startsWith('.')));
  const parts = [];
  const directory = [];
  let at = 0;
  for (const file of shown) {
    const content = new Uint8Array(await file.arrayBuffer());
    const name = UTF_8.encode(file.webkitRelativePath);
    const common = [20, 0x0800, 0, 0, 0x21];
    const sizes = [checksum(content), content.length, content.length];
    parts.push(bytes(four(0x04034b50), ...common.map(two), ...sizes.map(four), two(name.length), two(0)), name,
      content);
    directory.push(bytes(four(0x02014b50), two(20), ...common.map(two), ...sizes.map(four), two(name.length),
      two(0), two(0), two(0), two(0), four(0), four(at)), name);
    at += 30 + name.length + content.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  return new Blob([...parts, ...directory, bytes(four(0x06054b50), two(0), two(0), two(shown.length),
    two(shown.length), four(size), four(at), two(0))]);
}

function two(value) {
  return ['2', value];
}

function four(value) {
  return ['4', value];
}

/** Numbers of two and four bytes, the lowest byte first. */
function bytes(...numbers) {
  const made = new DataView(new ArrayBuffer(numbers.reduce((sum, [size]) => sum + Number(size), 0)));
  let at = 0;
  for (const [size, value] of numbers) {
    if (size === '2') {
      made.setUint16(at, value, true);
    } else {
      made.setUint32(at, value >>> 0, true);
    }
    at += Number(size);
  }
  return new Uint8Array(made.buffer);
}

/** CRC-32, as the format asks for. */
function checksum(content) {
  let sum = -1;
  for (const byte of content) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = (sum >>> 1) ^ (0xEDB88320 & -(sum & 1));
    }
  }
  return ~sum >>> 0;
}
