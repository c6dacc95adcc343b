/**
 * Vietnamese state bodies as laws write them. Their names go on in lower case ("Bộ Y tế", "Ủy ban nhân
 * dân cấp tỉnh"), so capitals alone do not show where they end. Source of a regular expression.
 */
export const PUBLIC_BODY = [
  '(?:Văn phòng |Thủ tướng )?Chính phủ',
  '(?:(?:Ủy|Uỷ) ban [Tt]hường vụ )?Quốc hội',
  'Chủ tịch nước',
  '(?:Ngân hàng )?Nhà nước(?: Việt Nam)?',
  '(?:Bộ trưởng )?Bộ (?:Y tế|Tài chính|Công an|Tư pháp|Quốc phòng|Ngoại giao|Nội vụ|Công [Tt]hương|Xây dựng' +
    '|Giao thông vận tải|Giáo dục và Đào tạo|Khoa học và Công nghệ|Kế hoạch và Đầu tư' +
    '|Tài nguyên và Môi trường|Nông nghiệp và (?:Phát triển nông thôn|Môi trường)|Thông tin và Truyền thông' +
    '|Văn hóa, Thể thao và Du lịch|Lao động - Thương binh và Xã hội)',
  '(?:(?:Ủy|Uỷ) ban|Hội đồng) nhân dân(?: cấp (?:tỉnh|huyện|xã)| (?:tỉnh|thành phố|huyện|quận|xã)(?= \\p{Lu}))?',
  '(?:Tòa|Toà) án(?: nhân dân)?(?: tối cao| cấp cao| cấp tỉnh| cấp huyện)?',
  'Viện kiểm sát(?: nhân dân)?(?: tối cao| cấp cao| cấp tỉnh| cấp huyện)?',
  'Thanh tra Chính phủ|Kiểm toán [Nn]hà nước',
  'Mặt trận Tổ quốc(?: Việt Nam)?',
  'Liên [Hh]ợp [Qq]uốc|Liên [Hh]iệp [Qq]uốc',
].join('|');
