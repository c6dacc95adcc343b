import { expect, test } from 'vitest';

import { maskNames } from './mask-names.ts';

test.each([
  ['Ông Trần Văn Mẫu nói', 'Ông nói'],
  ['Thủ tướng Trần Văn Mẫu khẳng định', 'Thủ tướng khẳng định'],
  ['bác sĩ Lê Thị Thử cho biết', 'bác sĩ cho biết'],
  ['Ông Trần Văn Mẫu, Chủ tịch Quốc hội, cho biết', 'Ông, Chủ tịch Quốc hội, cho biết'],
  ['Trần Văn Mẫu viết', '[tên] viết'],
  ['Bộ trưởng Bộ Y tế cho biết', 'Bộ trưởng Bộ Y tế cho biết'],
  ['Theo báo Tuổi Trẻ', 'Theo báo Tuổi Trẻ'],
  ['Hàng xóm kể', 'Hàng xóm kể'],
  ['ÔNG TRẦN VĂN MẪU NÓI', 'Ông nói'],
  ['President Sample Person said', 'President said'],
  ['Dr. Sample said', 'Dr. said'],
  ['Sample Person told reporters', '[tên] told reporters'],
  ['according to the Ministry of Justice', 'according to the Ministry of Justice'],
  ['Reuters reported', 'Reuters reported'],
  ['WHO says', 'WHO says'],
  ['The Sample Times reported', 'The Sample Times reported'],
  ['[tài khoản] said', '[tài khoản] said'],
])('%s → %s', (text, expected) => {
  expect(maskNames(text)).toBe(expected);
});
