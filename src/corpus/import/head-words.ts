import type { DocumentInput } from '../document-input.ts';

type Kind = NonNullable<DocumentInput['kind']>;

interface DocumentKind {
  readonly name: string;
  /** How the corpus files it; null where none of its kinds fits, or the head must tell. */
  readonly kind: Kind | null;
  /** How it is filed when an organ of the State issued it. */
  readonly ofState?: Kind;
}

/** By Decree 30/2020 and Party Regulation 66-QĐ/TW; folded names, longer ones first. */
export const vietnameseKinds: readonly DocumentKind[] = [
  { name: 'thong tu lien tich', kind: 'law' },
  { name: 'nghi quyet lien tich', kind: 'law' },
  { name: 'van ban hop nhat', kind: 'law' },
  { name: 'hien phap', kind: 'law' },
  { name: 'phap lenh', kind: 'law' },
  { name: 'nghi dinh', kind: 'law' },
  { name: 'thong tu', kind: 'law' },
  { name: 'bo luat', kind: 'law' },
  { name: 'luat', kind: 'law' },
  { name: 'lenh', kind: 'law' },
  { name: 'nghi quyet', kind: null, ofState: 'law' },
  { name: 'quyet dinh', kind: null, ofState: 'law' },
  { name: 'tuyen ngon', kind: 'declaration' },
  { name: 'tuyen bo', kind: 'declaration' },
  ...[
    'ket luan',
    'chi thi',
    'quy dinh',
    'quy che',
    'huong dan',
    'thong bao',
    'thong tri',
    'bao cao',
    'cong dien',
    'ke hoach',
    'chuong trinh',
    'de an',
    'nghi thu',
  ].map((name) => ({ name, kind: null })),
];

export const englishKinds: readonly DocumentKind[] = [
  ...['law', 'code', 'ordinance', 'decree', 'circular', 'constitution'].map((name) => ({
    name,
    kind: 'law' as const,
  })),
  { name: 'resolution', kind: null, ofState: 'law' },
  { name: 'decision', kind: null, ofState: 'law' },
  { name: 'declaration', kind: 'declaration' },
  { name: 'statement', kind: 'statement' },
  { name: 'fact sheet', kind: 'fact_sheet' },
  { name: 'directive', kind: null },
  { name: 'conclusion', kind: null },
];

/** Organs whose names have a fixed spelling; heads print them in capitals. */
const organs = [
  'Quốc hội',
  'Chính phủ',
  'Thủ tướng Chính phủ',
  'Chủ tịch nước',
  'Ủy ban Thường vụ Quốc hội',
  'Ban Chấp hành Trung ương',
  'Bộ Chính trị',
  'Ban Bí thư',
  'Văn phòng Trung ương Đảng',
  'Ban Tổ chức Trung ương',
  'Ban Tuyên giáo và Dân vận Trung ương',
  'Ban Tuyên giáo Trung ương',
  'Ủy ban Kiểm tra Trung ương',
  'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
  'Tòa án nhân dân tối cao',
  'Viện kiểm sát nhân dân tối cao',
  'Kiểm toán nhà nước',
  'Ngân hàng Nhà nước Việt Nam',
  'Bộ Công an',
  'Bộ Công Thương',
  'Bộ Giáo dục và Đào tạo',
  'Bộ Giao thông vận tải',
  'Bộ Kế hoạch và Đầu tư',
  'Bộ Khoa học và Công nghệ',
  'Bộ Lao động - Thương binh và Xã hội',
  'Bộ Ngoại giao',
  'Bộ Nội vụ',
  'Bộ Nông nghiệp và Môi trường',
  'Bộ Nông nghiệp và Phát triển nông thôn',
  'Bộ Quốc phòng',
  'Bộ Tài chính',
  'Bộ Tài nguyên và Môi trường',
  'Bộ Thông tin và Truyền thông',
  'Bộ Tư pháp',
  'Bộ Văn hóa, Thể thao và Du lịch',
  'Bộ Xây dựng',
  'Bộ Y tế',
] as const;
/** By their folded name. */
export const organNames: ReadonlyMap<string, string> = new Map(
  organs.map((name) => [
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036F]/g, '')
      .toLowerCase()
      .replaceAll('đ', 'd'),
    name,
  ]),
);
