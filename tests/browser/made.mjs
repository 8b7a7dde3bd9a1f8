// Files that the tests make: archives, a PDF that needs a password, and a scan.
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

/** An archive of `{ name: bytes }`, deflated or stored as they are. */
export function zip(files, { deflated = false } = {}) {
  const [locals, entries] = [[], []];
  let start = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const path = Buffer.from(name);
    const packed = deflated ? deflateRawSync(bytes) : Buffer.from(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    // Names are UTF-8.
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(deflated ? 8 : 0, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(start, 10);
    locals.push(Buffer.from('PK\x03\x04'), fields, path, packed);
    entries.push(Buffer.from('PK\x01\x02\x14\x00'), fields, behind, path);
    start += 30 + path.length + packed.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length / 4, 8);
  end.writeUInt16LE(entries.length / 4, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...locals, list, end]);
}

const md5 = (...parts) => createHash('md5').update(Buffer.concat(parts)).digest();

function rc4(key, bytes) {
  const box = Uint8Array.from({ length: 256 }, (_, at) => at);
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + box[at] + key[at % key.length]) & 255;
    [box[at], box[other]] = [box[other], box[at]];
  }
  let [one, two] = [0, 0];
  return Buffer.from(bytes.map((byte) => {
    one = (one + 1) & 255;
    two = (two + box[one]) & 255;
    [box[one], box[two]] = [box[two], box[one]];
    return byte ^ box[(box[one] + box[two]) & 255];
  }));
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** A PDF with one line of text that opens with this password only: standard security, revision 2. */
export function locked(password) {
  const padded = Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32);
  const id = md5(Buffer.from('id'));
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-4);
  const key = md5(padded, owner, permissions, id).subarray(0, 5);
  const ofObject = (number) => md5(key, Buffer.from([number, 0, 0, 0, 0])).subarray(0, 10);
  const content = rc4(ofObject(4), Buffer.from('BT /F1 40 Tf 60 700 Td (2026 budget 9.00) Tj ET'));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    Buffer.concat([Buffer.from(`<< /Length ${content.length} >>\nstream\n`), content, Buffer.from('\nendstream')]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${owner.toString('hex')}> /U <${rc4(key, PADDING).toString('hex')}> >>`,
  ];
  const ids = `<${id.toString('hex')}>`;
  return pdf(objects, `/Encrypt 6 0 R /ID [${ids} ${ids}]`);
}

/** A PDF whose only page is an image. */
export function scan() {
  const stream = (entries, content) => `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    stream('', '595 0 0 842 0 0 cm /I Do'),
    stream('/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', '.'),
  ]);
}

/** The file of these objects, counted from 1. */
function pdf(objects, trailer = '') {
  let file = Buffer.from('%PDF-1.4\n');
  const places = objects.map((object, at) => {
    const place = file.length;
    file = Buffer.concat([file, Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(end)]);
}
