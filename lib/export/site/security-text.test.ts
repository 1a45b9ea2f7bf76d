import { expect, test } from 'vitest';
import { printSecurityText } from './security-text';

test('names whom to tell, until when, and where the file belongs', () => {
  const text = printSecurityText(
    'mailto:safe@example.gov.cn',
    'https://gongbao.example.gov.cn',
    new Date('2026-11-30'),
  );
  expect(text).toBe(
    `Contact: mailto:safe@example.gov.cn
Expires: 2027-05-01T00:00:00.000Z
Preferred-Languages: zh, en
Canonical: https://gongbao.example.gov.cn/.well-known/security.txt
`,
  );
});
