// Old Vietnamese encodings, judged by others: TCVN3 by iconv's table, VNI by whole sentences. And no false alarm on what is
// Unicode already.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { looksGarbled } from '../../../templates/extract/garbled';
import { fromOldFont, fromTcvn3, fromVni } from '../../../templates/extract/old-fonts';
import { isSyllable } from '../../../templates/extract/syllable';
import { describeWith } from '../../setup/tools';

/** A Vietnamese text as the bytes of TCVN 5712-1, read as Latin-1; its lower-case letters are those of TCVN3. */
function byIconv(bytes: Buffer): string {
  const run = spawnSync('iconv', ['-f', 'TCVN5712-1', '-t', 'UTF-8'], { input: bytes });
  if (run.status !== 0) throw new Error(`iconv: ${run.stderr}`);
  return run.stdout.toString('utf8');
}

const iconv = spawnSync('iconv', ['-l'], { encoding: 'utf8' });
const tool = { label: 'iconv', command: /TCVN5712-1/.test(iconv.stdout ?? '') ? 'iconv' : undefined };

describeWith(tool, 'TCVN3 as iconv has it', () => {
  test('letter by letter', () => {
    let letters = 0;
    for (let code = 0xa1; code <= 0xff; code++) {
      const ours = fromTcvn3(String.fromCharCode(code));
      if (ours === undefined || ours === String.fromCharCode(code)) continue;
      letters++;
      expect([code.toString(16), ours]).toEqual([code.toString(16), byIconv(Buffer.from([code]))]);
    }
    // 67 letters with marks and tones, of which ý is the same in both, and Ă Â Ê Ô Ơ Ư Đ.
    expect(letters).toBe(66 + 7);
  });

  test('sentence by sentence', () => {
    for (const text of [
      '§¶ng bé së gi¸o dôc vµ ®µo t¹o',
      'kÕt qu¶ thùc hiÖn nghÞ quyÕt',
      'chØ thÞ, kÕt luËn',
      'céng hßa x· héi chñ nghÜa',
    ])
      expect(fromOldFont(text, '.VnTime')).toBe(byIconv(Buffer.from(text, 'latin1')));
  });
});

test('capitals of a font of capitals', () => {
  expect(fromOldFont('®¶ng céng s¶n viÖt nam', '.VnTimeH')).toBe('ĐẢNG CỘNG SẢN VIỆT NAM');
  expect(fromOldFont('12-bc/®u', '.VnArial NarrowH')).toBe('12-BC/ĐU');
});

test.each([
  ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['Ñoäc laäp – Töï do – Haïnh phuùc', 'Độc lập – Tự do – Hạnh phúc'],
  ['ÑAÛNG COÄNG SAÛN VIEÄT NAM', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
  ['Ñaûng boä Sôû Giaùo duïc vaø Ñaøo taïo', 'Đảng bộ Sở Giáo dục và Đào tạo'],
  ['keát quaû thöïc hieän nghò quyeát, chæ thò', 'kết quả thực hiện nghị quyết, chỉ thị'],
  [
    'ngöôøi lao ñoäng ôû cô sôû; kyõ thuaät, hy voïng, ly kyø, yù kieán, kyû luaät, myõ thuaät',
    'người lao động ở cơ sở; kỹ thuật, hy vọng, ly kỳ, ý kiến, kỷ luật, mỹ thuật',
  ],
  [
    'saên baén, taëng quaø, baèng khen, phaúng laëng, veõ vôøi, ngaãu nhieân, aám aùp, laàn löôït',
    'săn bắn, tặng quà, bằng khen, phẳng lặng, vẽ vời, ngẫu nhiên, ấm áp, lần lượt',
  ],
  ['löûa, söõa, möùc, ñöùng, töø, thöù töï, söï nghieäp', 'lửa, sữa, mức, đứng, từ, thứ tự, sự nghiệp'],
  ['bình ñaúng, lí do, gìn giöõ, kó naêng, thò traán', 'bình đẳng, lí do, gìn giữ, kĩ năng, thị trấn'],
  [
    'toång keát, toát, toàn, ñoã, moät; lôùp, lôøi, lôõ, lôïi, nôû',
    'tổng kết, tốt, tồn, đỗ, một; lớp, lời, lỡ, lợi, nở',
  ],
])('VNI %s', (text, meant) => {
  expect(fromVni(text)).toBe(meant);
  expect(fromOldFont(text, 'VNI-Times')).toBe(meant);
});

test.each([
  ['Đảng bộ cơ sở', '.VnTime'],
  ['Hòa Bình, tháng 5 năm 2024', '.VnTime'],
  ['Công an xã Hòa Bình', '.VnTime'],
  ['Đang thực hiện', 'VNI-Times'],
  ['hàng tháng', 'VNI-Times'],
  ['12', '.VnTime'],
  ['Hoi nghi', 'VNI-Times'],
])('%s in a cell of %s is Unicode already', (text, font) => expect(fromOldFont(text, font)).toBeUndefined());

test.each([
  '§¶ng bé së',
  'Ñaûng boä cô sôû',
  'C¸c chi bé ®· tæ chøc häc tËp',
  'chuû nghóa xaõ hoäi',
  'KÕt qu¶ thùc hiÖn',
  'Đảng bộ đã c«ng khai; tæ chøc häc tËp nghÞ quyÕt, thèng nhÊt ý chÝ, nhËn thøc',
])('garbled: %s', (text) => expect(looksGarbled(text)).toBe(true));

test.each([
  '“Học tập…” § 5, ® và ©, 2°, ½ và ¼, m², 5 m³, ±3 %, 10 × 20',
  'Hội thảo cùng GS. Müller, TS. Großmann và bà Peña',
  'für die Größe – naïve café, São Paulo, Åsa, Ångström, El Niño, señor',
  'Hòa Bình, Khánh Hòa, hoá chất, thuý, quý, khoẻ, loá, hoà, toà án',
  'Windows® Office® Excel™ µg/m³ và 25µm; A®B®; số 12¹, 13²',
  'Công an, trí thức, y tế, môi trường, gia đình',
  'a¬b®c¸ ®¬',
])('not garbled: %s', (text) => expect(looksGarbled(text)).toBe(false));

describe('all the Vietnamese there is in the project', () => {
  const root = resolve(__dirname, '../../..');
  const forms = join(root, 'templates/forms/khoa-giao/2024.1');
  const files = [
    ...readdirSync(forms)
      .filter((f) => f.endsWith('.yaml'))
      .map((f) => join(forms, f)),
    join(root, 'functions/samples/sample-texts.ts'),
    join(root, 'README.md'),
  ];
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));

  test('is not garbled', () => {
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.filter((line) => looksGarbled(line))).toEqual([]);
    expect(looksGarbled(lines.join(' '))).toBe(false);
  });

  test('is not old text in an old font', () => {
    const vietnamese = lines.filter((line) => /[\u1EA0-\u1EF9]/.test(line));
    expect(vietnamese.filter((line) => fromOldFont(line, '.VnTime') ?? fromOldFont(line, 'VNI-Times'))).toEqual([]);
  });

  test('is made of syllables', () => {
    const words = lines
      .join(' ')
      .match(/[\p{L}\p{M}]+/gu)!
      .filter((word) => /[\u00C0-\u1EF9]/.test(word));
    const odd = words.filter((word) => !isSyllable(word));
    expect(odd.length / words.length).toBeLessThan(0.02);
  });
});
