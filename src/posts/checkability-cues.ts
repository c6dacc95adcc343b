interface Cue {
  readonly vi: string;
  readonly en: string;
}

/**
 * Manners of writing that speak for or against a checkable claim, as phrases in small letters parted by
 * `|`. None decides alone; the fitted weights say how much each tells.
 */
export const CUES: Readonly<Record<string, Cue>> = {
  self: {
    vi: `tôi|mình|tui|em|tao|tớ|chúng tôi|chúng em|chúng mình|tụi mình|tụi tui|của ta|tụi tôi|cháu|con`,
    en: `i|i'm|i've|i'd|i'll|my|me|mine|we|we're|we've|our|us|you|your`,
  },
  home: {
    vi: `nhà tôi|nhà mình|nhà em|xóm|quê tôi|quê tui|quê mình|làng|huyện tôi|xã tôi|lớp tôi|cơ quan em|bà nội|bà ngoại|
      ông nội|ông ngoại|ba má|bố mẹ|má|mẹ|ba tôi|bố tôi|vợ|chồng|con tôi|đứa nhỏ|tụi nhỏ|mấy đứa|hàng xóm|sếp|thầy tôi|dì|cậu`,
    en: `mother|father|dad|mom|mum|wife|husband|boss|uncle|aunt|neighbour|neighbor|village|next door|grandma|grandpa|
      kids|daughter|landlady`,
  },
  contrast: {
    vi: `mà|vậy mà|thế mà|nhưng|còn thì|thì|trong khi|xong|chứ|song|tiếc là|rồi`,
    en: `but|yet|while|instead|still|then|though|and no|and then`,
  },
  contrast_with_own: {
    vi: `(?:mà|nhưng|còn|vậy mà) (?:[^,.;]{1,7} ){0,4}(?:tôi|mình|tui|em|người ta|xóm|huyện tôi|xã tôi)`,
    en: `(?:but|and|;) (?:[a-z]+ ){0,4}(?:my|our|we|i)`,
  },
  likeness: {
    vi: `như|cứ như|y như|như thể|tựa|giống như|hoá ra|đúng chuẩn`,
    en: `like a|like an|like the|as if|as though|a kind of`,
  },
  vague: {
    vi: `mấy|toàn|cứ|hoài|mãi|miết|suốt ngày|càng|nào cũng|chỗ nào|đâu cũng|ai cũng|chẳng ai|không ai|các ông|mấy ông|người ta|
      họ|đám|lũ|bọn|lần nào|ngày nào`,
    en: `every|nobody|everybody|everyone|somebody|someone|always|never|another|too|all|most`,
  },
  verdict: {
    vi: `quá|lắm|ghê|hay|hay hơn|tốt hơn|tệ|đẹp|xấu|đáng|xứng|xứng đáng|quý|đẹp nhất|hay nhất|tốt nhất|tệ nhất|mừng nhất|hợp lý|
      vô lý|vô nghĩa|vô duyên|hời hợt|hình thức|đối phó|cho có|nghèo nàn|lạc hậu|chậm|kém|mệt|khổ|thật|thật sự|đúng là|
      chẳng ra gì|thua|ngán|nản|cẩu thả|lệch lạc|bất cập|lèo tèo|cũ mèm|rụt rè|phí|uổng|trơ|lạ|xịn|bằng thừa|đủ|hơn cả|êm|ổn`,
    en: `better|best|worst|worse|bad|good|nicer|finer|simply|just|purest|misunderstood|insult|waste|joke|embarrassing|
      humiliation|softly|ugly|beautiful|worth|matter|matters|honest|empty|nothing but|more than|less than|rather|poetic|
      loveliest|hero|heroes|legend|is not a|only as good`,
  },
  feeling: {
    vi: `buồn|vui|thương|tiếc|xót|tủi|giận|mừng|lo|sợ|cười|khóc|rầu|ngại|nhớ|cảm động|biết ơn|cảm ơn|cám ơn|hạnh phúc|tự hào|
      thất vọng|bất bình|an ủi|hồi hộp|run|tức|đau|yên|ngậm ngùi|dễ thương|lặng|nổi da gà|ứa nước mắt`,
    en: `sad|happy|cry|cried|love|loved|miss|hope|thrilled|grateful|proud|tears|afraid|ashamed|laugh|laughed|tired|romantic`,
  },
  wish: {
    vi: `xin|mong|ước|cầu|chúc|kiến nghị|đề nghị|yêu cầu|làm ơn|giúp|giùm|nguyện|chia buồn|hãy|đừng|phải|nên|cần|trả lại|dừng|bớt|thêm`,
    en: `please|may|bless|let|should|must|deserve|condolences|stop|wishing|rest well|give|bring|build`,
  },
  future: {
    vi: `sẽ|chắc|chắc là|thế nào cũng|kiểu gì cũng|vài bữa nữa|vài năm nữa|năm nữa|năm sau|mai này|sắp|sắp tới|cho coi|cho xem|
      mà coi|mà xem|tới đây|sang năm|kiểu này`,
    en: `will|going to|gonna|soon|one day|some day|before long|next year|won't|they'll|he'll|she'll|it'll|give it a|at this rate`,
  },
  asking: {
    vi: `sao|tại sao|vì sao|thế nào|bao giờ|khi nào|ở đâu|làm sao|ai|gì|nào|mấy ta|không biết|cho hỏi|hả|nhỉ|hay sao|với ạ|chưa`,
    en: `why|how|who|what|where|when|which|could|would|anyone`,
  },
  chat: {
    vi: `á|nha|nhé|nghen|nghe|luôn|đi|đâu|chứ|đó|đấy|kìa|nè|hen|ừ|ơi|rồi|thôi|vậy|ạ|hen|chèn|ghê|dữ|coi`,
    en: `lol|haha|omg|btw|smh|tbh|fr|plz|trust me|bro|wow|fyi`,
  },
  hearsay: {
    vi: `nghe|nghe nói|nghe đồn|nghe bảo|nghe đâu|đồn|có tin|tin đồn|người ta bảo|người ta nói|theo bài|báo đăng|báo nói|kể|khẳng định|
      ghi|thầy|cô|sách|tài liệu|video|clip|bài viết|kênh|mạng|hoá ra|theo`,
    en: `heard|they say|told me|according to|claims|rumour|rumor|apparently|reportedly|i read|says`,
  },
  pointing: {
    vi: `bản đồ|tra|nguyên văn|trích|chép|học thuộc|bắt thuộc|đề thi|đáp án|ôn thi|thì phải|nhớ giùm|nhớ nha|ai chưa biết|ai cũng biết|
      mới biết|cập nhật|cẩn thận|giấu nhẹm|giấu|đố|coi chừng|bà con|các bạn|đọc kỹ`,
    en: `look it up|check the|read the|the map|my notes|my teacher|believe it or not|end of story|trust me|who knew`,
  },
  provision: {
    vi: `quy định|cho phép|cấm|bắt|bắt buộc|buộc|bao gồm|gồm|nói về|nói rằng|nói|nhắc|nhắc tới|đảm bảo|bảo đảm|bảo vệ|công nhận|thừa nhận|
      coi|huỷ bỏ|bãi bỏ|thu hồi|hiệu lực|có hiệu lực|hết hiệu lực|áp dụng|dành cho|dành riêng|phạt|bị phạt|được hưởng|có quyền|quyền|bị cấm|
      tước|xoá bỏ|bỏ|thay thế|sửa đổi|bổ sung|nghiêm cấm|được phép|không được|miễn|nhấn mạnh|đề cập|xác định|liệt kê|phải nộp|phải xin phép|xin phép`,
    en: `allows|bans|banned|barred|forbids|forbidden|guarantees|gives|covers|mentions|protects|abolishes|abolished|requires|says|
      speaks of|applies|deals with|talks about|falls under|belongs to|leaves out|includes|excludes|lists|puts|demands|forbid|
      states|sets|withdrawn|repealed|exempt|permission|permits|obliges|cancels|expired`,
  },
  fact: {
    vi: `là|thuộc|nằm|nằm ở|ở|trụ sở|đặt tại|ra đời|diễn ra|ký|được ký|ban hành|thành lập|gia nhập|vào|khánh thành|xây|dựng|kéo dài|bắt đầu|
      kết thúc|đứng đầu|đứng thứ|xuất khẩu|nhập khẩu|chiếm|đạt|tăng|giảm|khoảng|dài|rộng|cao|lớn nhất|dài nhất|nhiều nhất|đầu tiên|
      cuối cùng|duy nhất|lần đầu|phát hành|bị|được|đã|vừa|chưa từng|từng|có|không có|không phải|không thuộc|không giáp|giáp|dựa trên|do|từ|bằng|chứa|làm`,
    en: `is|was|were|has|have|joined|left|signed|published|lies|extends|leads|sits|rises|founded|added|written|wrote|drafted|largest|
      longest|first|last|only|had|became|falls on|hit|located|official|predates|issued|dated|adopted|member|contains|rests on|
      shares|closed|stopped|doubled|tripled|halved|fell|rose`,
  },
  remedy: {
    vi: `chữa|chữa khỏi|chữa bệnh|gây|gây ra|thay|thay thế|trị|ngừa|khỏi|ung thư|bệnh|thuốc|vắc xin|virus|nhiễm|lây|chứa`,
    en: `cures|cure|causes|cause|replace|replaces|prevents|treats|stops|spread|spreads|infertile|poisonous|cancer`,
  },
  place: {
    vi: `việt nam|nước ta|nước mình|cả nước|thế giới|đông nam á|trung quốc|lào|campuchia|thái lan|mỹ|pháp|châu phi|châu âu|châu á|asean|
      liên hợp quốc|tỉnh|thành phố|sông|hồ|đảo|vịnh|biển|núi|hang|quốc gia|lãnh thổ|biên giới|miền|toàn quốc|thủ đô`,
    en: `vietnam|the world|united nations|asean|sea|river|bay|border|island|country|capital|province|nationwide|europe|africa|asia`,
  },
  body: {
    vi: `quốc hội|chính phủ|bộ|toà án|ngân hàng|uỷ ban|đại sứ quán|tổ chức|nhà nước|đảng|công dân|người dân|người nước ngoài|dân số|
      học sinh|sinh viên|doanh nghiệp|phường|cơ quan`,
    en: `government|parliament|ministry|court|bank|banks|citizens|assembly|foreigners|organisation|organization|voters|
      motorbikes|schools|exports`,
  },
  document: {
    vi: `tuyên ngôn|điều|khoản|kết luận|chỉ thị|đề án|công ước|hiến pháp|luật|bộ luật|nghị định|nghị quyết|thông tư|hiệp định|lời nói đầu|
      văn bản|trụ cột|đối ngoại|nhân quyền|quy định`,
    en: `declaration|article|conclusion|directive|convention|project|law|constitution|treaty|preamble|pillar|pillars|diplomacy|
      human rights`,
  },
};
