import { inBothSpellings, type Spelling, startsWith, wholeWords } from './spelling.ts';

type InBoth<T> = Readonly<Record<Spelling, T>>;

// "và" and "and" join clauses only behind a comma: without one they mostly join things. Without marks
// "con" and "nhung" may begin a noun.
const JOINTS =
  'và|còn(?! (?:gai|trai|toi|em|cai|chau|duong|so|vat|dau|song|nguoi) )|nhưng(?! nguoi )|đồng thời|tuy nhiên|trong khi đó|trong khi|thế nhưng|ngoài ra|and|while|whereas|but|yet|meanwhile';

/** What stands between two clauses, with the spaces and commas around it. */
export const CONNECTORS: InBoth<RegExp> = inBothSpellings(
  `\\s*;\\s+(?:(?:${JOINTS}|however),?\\s+)?|,\\s+(?:${JOINTS}),?\\s+|\\s+(?:trong khi đó|trong khi|whereas)\\s+`,
  (pattern) => new RegExp(pattern, 'gu'),
);

const ENGLISH_HOLDS =
  'if|unless|provided|although|though|even if|as long as|in case|suppose|whether|because|since|so that|not only|either|neither|the more|would|could|compared|as much as|rather than|(?<!more |less )than|respectively|instead';

/** Conditions, concessions, causes and comparisons reach over both halves of what they join. */
export const HELD_TOGETHER: InBoth<RegExp> = {
  marked: wholeWords(
    `nếu|giả sử|giả dụ|miễn là|trừ khi|hễ|dù|dẫu|mặc dù|tuy(?! nhiên)|càng|không những|không chỉ|chẳng những|vì|bởi|nhờ|so với|khác với|như thể|giống như|lần lượt|thay vì|trừ phi|khi nào|thì|${ENGLISH_HOLDS}`,
  ),
  // Words that mean something else without their marks are left out or held to their phrase.
  bare: wholeWords(
    `neu|gia su|gia du|mien la|tru khi|mac du|cho du|cang|khong nhung|khong chi|chang nhung|boi vi|vi the|so voi|khac voi|nhu the|giong nhu|lan luot|thay vi|khi nao|thi|${ENGLISH_HOLDS}`,
  ),
};

/** A time, place or rule in front holds for everything behind it. */
export const FRAME: InBoth<RegExp> = inBothSpellings(
  `vào|năm|tháng|ngày|quý|tuần|hôm|từ|kể từ|trong(?! khi)|tại|ở|theo|đến|sau|trước|trước đây|hiện|hiện nay|khi|in|on|at|since|from|during|under|by|after|before|according|as of|last|this|today|yesterday|when|until`,
  startsWith,
);

/** Words that no subject begins with: the subject is the one before, or missing. */
export const NO_SUBJECT: InBoth<RegExp> = inBothSpellings(
  `cũng|vẫn|lại|đều|rồi|sau đó|từ đó|nhất là|đặc biệt|kể cả|trong đó|nhằm|để|ở|tại|với|về|cho|của|theo|như|hay|hoặc|nên|do|then|also|even|only|not|to|of|for|with|without|by|in|on|at|from|as|so|or|nor|especially|particularly|often|always|never|still|now|just|very|[a-z]+ly`,
  startsWith,
);

/** Words that point back: without what went before nobody knows what is meant. */
export const ANAPHORA: InBoth<RegExp> = {
  marked: wholeWords(
    `nó|họ|chúng|đó|này|đấy|đây|ấy|kia|nói trên|bên kia|cái sau|tôi|mình|em|chúng tôi|chúng ta|ai|gì|it|they|he|she|we|i|you|this|that|these|those|its|their|his|her|our|your|my|which|who|another|others?|the (?:former|latter|same|rest)|one|ones|both|both of|each of|none|neither|some|most|all|what|there`,
  ),
  bare: wholeWords(
    `no|ho|chung|do|nay|day|ay|kia|noi tren|ben kia|toi|minh|em|chung toi|chung ta|ai|gi|it|they|he|she|we|i|you|this|that|these|those|its|their|his|her|our|your|my|which|who|another|others?|the (?:former|latter|same|rest)|one|ones|both|both of|each of|none|neither|some|most|all|what|there`,
  ),
};

/** Words anywhere in a clause by which it leans on the one before. */
export const POINTS_BACK: InBoth<RegExp> = inBothSpellings(
  `sau đó|trước đó|khi đó|lúc đó|hồi đó|ở đó|tại đó|từ đó|do đó|nhờ đó|như vậy|như thế|năm sau|tháng sau|cùng năm|cùng ngày|cùng kỳ|cũng|đều|lại|ngược lại|tương tự|thì sao|it|they|them|afterwards|thereafter|later|that year|the same|there|too|also|as well|so does|so did|the opposite`,
  wholeWords,
);

/** What a subject in small letters begins with; a name or figure needs none of them. */
export const NOUN_HEADS: InBoth<RegExp> = inBothSpellings(
  `mỗi|mọi|các|những|nhiều|toàn bộ|tất cả|một số|một nửa|hơn|gần|khoảng|không ai|người|dân|dân số|dân cư|công dân|nhân dân|phụ nữ|nam giới|trẻ em|học sinh|sinh viên|giáo viên|công nhân|nông dân|lao động|cán bộ|doanh nghiệp|công ty|tập đoàn|ngân hàng|chính phủ|nhà nước|quốc hội|chính quyền|bộ|sở|uỷ ban|ủy ban|toà án|tòa án|công an|quân đội|cảnh sát|bệnh viện|trường|tỉnh|thành phố|huyện|xã|phường|quận|thủ đô|đất nước|luật|bộ luật|điều|khoản|hiến pháp|nghị định|nghị quyết|thông tư|chỉ thị|kết luận|quyết định|tuyên ngôn|công ước|hiệp định|đề án|văn bản|mức|giá|thuế|lương|phí|lãi suất|tỷ lệ|tỉ lệ|số|số lượng|tổng|kim ngạch|xuất khẩu|nhập khẩu|sản lượng|doanh thu|thu nhập|chi phí|ngân sách|nợ|lạm phát|tăng trưởng|kinh tế|du lịch|nông nghiệp|công nghiệp|giáo dục|y tế|giáo dục tiểu học|giáo dục đại học|học phí|viện phí|bảo hiểm|xăng|dầu|điện|nước|gạo|cà phê|thuỷ sản|thủy sản|vắc xin|thuốc|xe|xe máy|ô tô|tàu|máy bay|đường|cầu|dự án|công trình|nhà máy|sân bay|cảng|tuyến|mạng|internet|báo|đài|phiên toà|bảo tàng|công viên|thư viện|phong cảnh|khách sạn|chợ|siêu thị|hội nghị|cuộc|vụ|chiến dịch|chương trình|kế hoạch|chính sách|hệ thống|dịch vụ|sản phẩm|thị trường|hàng|vốn|đầu tư|diện tích|khách|di sản|lễ hội|tôn giáo|chùa|nhà thờ|hội|báo cáo|khảo sát|thiết bị|bệnh|nạn nhân|tội phạm|thanh niên|bác sĩ|hộ|gia đình|khu|vùng|miền|làng|trung tâm|viện|quyền|chế độ|hợp đồng|thủ tục|hồ sơ|đơn|đất|nhà|biển|đảo|rừng|sông|the|a|an|every|each|no|many|several|few|more than|less than|about|nearly|almost|half|two|three|four|five|six|seven|eight|nine|ten|people|citizens|residents|women|men|children|students|workers|farmers|exports|imports|prices|wages|taxes|inflation|unemployment|tuition|primary|secondary|foreign|local|state|public|private|article|section|hospitals|schools|companies|banks|courts|police`,
  startsWith,
);

const VIETNAMESE_PREDICATES =
  'là|có|không|chưa|đã|đang|sẽ|vừa|bị|được|phải|chỉ|cấm|cho phép|quy định|yêu cầu|bắt buộc|tăng|giảm|đạt|chiếm|gồm|bao gồm|thuộc|nằm|mua|bán|ký|thông qua|ban hành|công bố|thông báo|tuyên bố|khánh thành|xây|xây dựng|đóng cửa|mở|mở cửa|bắt|bắt giữ|phạt|xử phạt|thu|nộp|trả|nhận|chết|qua đời|tham gia|gia nhập|rút khỏi|sáp nhập|giải thể|mất|hết|vượt|kéo dài|bắt đầu|kết thúc|diễn ra|hết hiệu lực|coi|bảo vệ|bảo đảm|đảm bảo|dựa trên|chấp nhận|từ chối|cử|gửi|sản xuất|cung cấp|sử dụng|chuyển|đứng|dẫn đầu|ghi|ghi nhận|cần|muốn|hưởng|miễn|cao|thấp|dài|rộng|ra đời|đóng|thừa nhận|lên|xuống|còn';
const ENGLISH_PREDICATES =
  'is|are|was|were|has|have|had|does|did|do|can|cannot|may|must|will|bans|allows|rose|fell|grew|made|gave|took|held|won|lost|paid|pays|pay|bought|sold|sells|cut|cost|costs|became|began|left|went|came|said|says|shows|includes|requires|require|prohibits|forbids|contains|exports|imports|produces|owns|covers|protects|guarantees|rests|needs|grants|remains|lasts|receives|receive|provides|spends|spent|built|builds|sent|signed|set|runs|lets|earns|gets|get|permits|makes|gives|keeps|killed|closed|opened|takes|holds|live|lives|work|works|begins|ends|belongs|consists|stands';

/** Nouns whose first syllable is in the list below. */
export const NOT_PREDICATES: InBoth<ReadonlySet<string>> = inBothSpellings(
  'không gian|không khí|không quân|không phận|chỉ huy|chỉ thị|chỉ số|chỉ tiêu|chỉ dẫn|bị cáo|bị can|có thẩm|thu nhập|phải chăng|đứng đầu|nhận thức|mở đầu',
  (words) => new Set(words.split('|')),
);

/** Words and pairs of words that say something of a subject. */
export const PREDICATES: InBoth<ReadonlySet<string>> = inBothSpellings(
  `${VIETNAMESE_PREDICATES}|${ENGLISH_PREDICATES}`,
  (words) => new Set(words.split('|')),
);
