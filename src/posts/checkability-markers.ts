import type { ClaimKind } from './claim-kind.ts';

export interface MarkerGroup {
  /** Applies to claims in this language (and to `und`); `any` to all. */
  readonly language: 'vi' | 'en' | 'any';
  readonly kind: Exclude<ClaimKind, 'factual' | 'too_short'>;
  /** Where in the claim a phrase has to stand. */
  readonly place: 'any' | 'start' | 'end';
  /** A weak phrase decides only where the claim names no figure, date or law. */
  readonly weak: boolean;
  /**
   * Phrases, lower case, parted by `|`. A word matches with its marks or wholly without them, but
   * weak phrases of one word, and those behind `=`, do not match in a claim without any marks: there
   * they may be another word. `+` lifts that for a weak word.
   */
  readonly phrases: string;
}

function group(
  language: MarkerGroup['language'],
  kind: MarkerGroup['kind'],
  place: MarkerGroup['place'],
  strength: 'strong' | 'weak',
  phrases: string,
): MarkerGroup {
  return { language, kind, place, weak: strength === 'weak', phrases };
}

/** In order of precedence. */
export const MARKERS: readonly MarkerGroup[] = [
  group(
    'vi',
    'question',
    'start',
    'strong',
    `tại sao|vì sao|sao lại|làm sao mà|bao giờ mới|có phải|phải chăng|
    không biết|bạn có biết|ai biết|cho hỏi|cho em hỏi|cho mình hỏi|xin hỏi|có ai|hỏi thật|liệu có`,
  ),
  group(
    'vi',
    'question',
    'end',
    'strong',
    `phải không|đúng không|được không|có không|không nhỉ|=hả|=hử|chăng|=à|
    là sao|làm gì|là gì|ở đâu|khi nào|chưa vậy|vậy ta|nhỉ|là ai|không ta|không vậy|không ạ|gì vậy|gì thế|sao vậy|
    không mọi người|thế nào|bao nhiêu`,
  ),
  group('vi', 'question', 'any', 'strong', `đúng không|hay không ạ`),
  group(
    'vi',
    'satire',
    'any',
    'strong',
    `châm biếm|trào phúng|nói đùa|đùa thôi|đùa tí|đùa chút|nhờ ơn|
    giỏi quá cơ|tài thật đấy|sướng nhất quả đất|hạnh phúc nhất quả đất|chuyện cười|cười ra nước mắt`,
  ),
  group(
    'vi',
    'prayer',
    'any',
    'strong',
    `cầu mong|cầu xin|cầu chúc|cầu cho|cầu nguyện cho|xin chúa|lạy chúa|
    lạy trời|lạy phật|lạy mẹ|nam mô|a di đà phật|mong trời|trời phật|phù hộ|độ trì|ơn trên|hãy yên nghỉ|
    xin an nghỉ|thắp nén hương|kính viếng`,
  ),
  group(
    'vi',
    'prayer',
    'start',
    'strong',
    `kính chúc|=chúc|mong sao|mong cho|mong rằng|ước gì|ước sao|nguyện cầu`,
  ),
  group(
    'vi',
    'call_to_action',
    'start',
    'strong',
    `xin hãy|xin đừng|=hãy|=đừng|=hỡi|mời mọi người|mời bà con|
    cùng nhau|chung tay|tẩy chay|đả đảo|đề nghị|kiến nghị|kính đề nghị|kính mong|=yêu cầu|trả lại`,
  ),
  group(
    'vi',
    'call_to_action',
    'any',
    'strong',
    `chia sẻ ngay|share ngay|share mạnh|chia sẻ rộng rãi|=hãy|
    chia sẻ để|hãy chia sẻ|hãy cùng|xin đừng|mọi người nên|mọi người hãy|mọi người đừng|bà con đừng|bà con hãy|
    đừng tin|mọi người ơi|bà con ơi|xuống đường|ký tên ủng hộ|liên hệ ngay|mua ngay|đăng ký ngay|bấm vào|lan toả`,
  ),
  group(
    'vi',
    'opinion',
    'any',
    'strong',
    `theo tôi|theo mình|=theo em|theo tao|theo ý tôi|theo ý mình|theo ý kiến|
    theo quan điểm của tôi|theo quan điểm của mình|theo cá nhân|theo thiển ý|tôi nghĩ|mình nghĩ|em nghĩ|tao nghĩ|
    tớ nghĩ|tôi cho rằng|mình cho rằng|tôi tin|mình tin|tôi thấy|mình thấy|em thấy|tao thấy|tôi cảm thấy|
    tôi thích|mình thích|tôi ghét|mình ghét|tôi ủng hộ|tôi phản đối|không đồng ý với|tôi đồng ý|tôi không thích|
    tôi mong|mình mong|tôi muốn|mình muốn|cá nhân tôi|cá nhân mình|quan điểm của tôi|ý kiến của tôi|
    quan điểm của mình|quan điểm cá nhân|ý kiến cá nhân|thiết nghĩ|trộm nghĩ|nói thật|thú thật|thực lòng|lẽ ra|
    đáng lẽ|đáng ra|giá như|giá mà|hy vọng|hi vọng|chúng ta nên|nhà nước nên|chính phủ nên|chính quyền nên|
    bộ nên|cũng nên|vẫn nên|không nên|nên xem lại|nên xem xét|nên cho phép|nên bỏ|nên giảm|nên tăng lương|
    nên được|nên làm|nên đầu tư|nên tập trung|nên học|nên cấm|nên dừng|nên sửa|nên hỗ trợ|nên công khai|
    nên minh bạch|nên quan tâm|nên nghe|nên lắng nghe|đáng khen|đáng tự hào|tôi tự hào|rất tự hào`,
  ),
  group(
    'vi',
    'criticism',
    'any',
    'strong',
    `yếu kém|vô trách nhiệm|thiếu trách nhiệm|tắc trách|quan liêu|=bất công|
    thất vọng|bức xúc|chán nản|ngán ngẩm|phẫn nộ|không thể chấp nhận|không chấp nhận được|quá tệ|=quá kém|quá chậm|
    =quá cao|quá thấp|=quá nhiều|=quá ít|=quá đắt|quá mệt|quá đáng|=quá lâu|=quá khổ|quá lố|=quá dở|thiếu minh bạch|
    không minh bạch|mập mờ|tham nhũng tràn lan|=tràn lan|lợi ích nhóm|=hành dân|=khổ dân|dân khổ|người dân khổ|
    dân chịu|mị dân|bưng bít|bịt miệng|coi thường dân|coi thường người dân|mặc kệ dân|bỏ mặc dân|vô cảm|vô lý|
    phi lý|nực cười|=trơ trẽn|đáng xấu hổ|=xấu hổ|nhục nhã|đáng buồn|đáng tiếc|đáng lo|đáng trách|đáng lên án|
    hứa suông|hứa nhiều|nói một đằng|đánh trống bỏ dùi|đầu voi đuôi chuột|bệnh thành tích|nặng thành tích|
    làm cho có|làm ăn kiểu|làm việc kiểu|=kiểu gì|chịu hết nổi|không chịu nổi|hết chịu nổi|không mua nổi|
    sao mua nổi|sống sao nổi|không sống nổi|mãi không|mãi chưa|mãi mà|lãng phí|tốn tiền dân|tiền thuế của dân|
    tiền thuế dân|=chỉ giỏi|chỉ biết|=toàn là|toàn lo|ngu dốt|=bất tài|=tham lam|giả dối|lừa dân|móc túi|
    chẳng ai tin|không ai tin|mất niềm tin|mất lòng tin|cần minh bạch|cần công khai|cần xem lại|xem lại cách|
    cần thay đổi|cần cải cách|cần lắng nghe|phải xin lỗi|ai chịu trách nhiệm|ai phải chịu trách nhiệm|
    cần chấn chỉnh|hách dịch|cửa quyền|=ban ơn|chậm chạp|rườm rà|hành là chính|vòi vĩnh|chẳng ra gì|
    không ra gì|vô tích sự|vô dụng|để làm gì|quan tâm gì|không hề quan tâm|chẳng quan tâm|còn lâu mới`,
  ),
  group(
    'vi',
    'prediction',
    'any',
    'strong',
    `sớm muộn|rồi sẽ|sẽ sớm|chắc chắn sẽ|chắc sẽ|tôi đoán|mình đoán|
    dự là|biết đâu|e rằng|=e là|có lẽ|chẳng mấy chốc|kiểu gì cũng|không bao lâu nữa|mai sau`,
  ),
  group(
    'en',
    'question',
    'start',
    'strong',
    `why is|why are|why do|why does|why did|why can't|how come|who knows|
    what if|does anyone|is it true|anyone know|i wonder|wondering`,
  ),
  group(
    'en',
    'satire',
    'any',
    'strong',
    `joking|just kidding|only kidding|satire|parody|sarcasm|yeah right|oh great`,
  ),
  group(
    'en',
    'prayer',
    'any',
    'strong',
    `god bless|may god|dear lord|oh lord|pray for|praying for|amen|rip|
    rest in peace|thoughts and prayers|we pray|i pray|please god|god help`,
  ),
  group(
    'en',
    'call_to_action',
    'start',
    'strong',
    `please|don't|do not|let's|let us|join us|boycott|sign the|share|
    stop|wake up|vote|we must|we demand|stand up|get out|retweet|everyone please`,
  ),
  group(
    'en',
    'call_to_action',
    'any',
    'strong',
    `please share|please retweet|sign the petition|spread the word|
    pass it on|make it viral|someone please|somebody please|can someone|could someone|bring back|take to the streets|hold them accountable|call your|contact your`,
  ),
  group(
    'en',
    'opinion',
    'any',
    'strong',
    `i think|i believe|i feel|i guess|i hope|i wish|i love|i hate|i like|
    i don't like|i prefer|i doubt|i suppose|i support|i oppose|i agree|i disagree|we believe|in my opinion|
    in my view|my opinion|my view|imo|imho|personally|honestly|frankly|should|shouldn't|ought to|if you ask me|
    seems to me|feels like|sounds like|overrated|underrated|would be better|deserves credit|proud of`,
  ),
  group(
    'en',
    'criticism',
    'any',
    'strong',
    `failed us|failed the people|failed its people|failed its citizens|
    incompetence|is incompetent|are incompetent|shameful|disgraceful|shame on|disgrace|unacceptable|outrageous|
    ridiculous|pathetic|nobody cares|don't care|doesn't care|cares nothing|sick of|tired of|fed up|hypocrisy|
    enough is enough|hypocrites|broken promises|out of touch|let us down|too slow|too little|too late|useless|
    too expensive|too high|ashamed|disappointed|disappointing|clueless|waste of money|deserve better|
    deserves better|ignores the people|ignore the people|ignores ordinary|must resign|must apologize|must act|
    must do more|must do better|must listen|lack of transparency|not transparent|red tape|unfair|injustice|
    corrupt politicians|lost trust|lost faith|empty promises|no accountability`,
  ),
  group(
    'en',
    'prediction',
    'any',
    'strong',
    `probably|perhaps|maybe|might|i bet|someday|sooner or later|inevitably|
    bound to|i predict|in the near future`,
  ),
  group('any', 'satire', 'any', 'weak', `haha|lol|lmao|rofl|:))|:v|🤣|😂|😆|🙃`),
  group('vi', 'question', 'end', 'weak', `không|sao|gì|đâu|nào|ai`),
  group(
    'vi',
    'exclamation',
    'start',
    'weak',
    `trời ơi|trời đất|ôi|ối|chao ôi|than ôi|hỡi ơi|vãi|+vl|+vcl|+đm|wow|
    +omg|hoan hô|tuyệt quá|hay quá|cảm ơn|cám ơn|chúc mừng|xin chào|+ui|ủa|á|ơ|ồ|hú|kinh quá`,
  ),
  group(
    'vi',
    'opinion',
    'any',
    'weak',
    `+rất|lắm|thật là|thật sự|cực kỳ|vô cùng|tuyệt vời|tuyệt đẹp|đẹp|dở|tệ hại|
    tồi tệ|thật tệ|tệ quá|chán|ngon|hay nhất|đẹp nhất|tốt nhất|tệ nhất|đáng yêu|dễ thương|rất thích|thích lắm|
    ghét|+buồn|vui|đáng sợ|sợ quá|kinh khủng|khủng khiếp|khá|hình như|ghê|cần phải|còn hơn|đáng ghét`,
  ),
  group('vi', 'opinion', 'end', 'weak', `quá|quá đi|thế`),
  group(
    'vi',
    'criticism',
    'any',
    'weak',
    `kém|chậm|bẩn|khổ|bỏ mặc|không quan tâm|không lo|nhũng nhiễu|hối lộ|bất cập|
    bóc lột|độc tài|đàn áp|kìm kẹp|không tin|mệt mỏi|kiểu này|ngày càng tệ|đi xuống|thụt lùi|tụt hậu|bế tắc`,
  ),
  group(
    'vi',
    'other',
    'end',
    'weak',
    `nhé|+nha|nhá|nè|hen|ạ|á|ơi|luôn|ghê|+vậy|thôi|cơ|chứ|đấy|đi|ư|kìa|hic|huhu|nữa|
    rồi|quá trời|dữ vậy`,
  ),
  group(
    'vi',
    'other',
    'start',
    'weak',
    `tôi|mình|em|tao|+tui|tớ|nhà mình|con mình|hôm qua mình|hôm qua tôi`,
  ),
  group(
    'vi',
    'other',
    'any',
    'weak',
    `mày|tao|tui|tớ|anh ơi|chị ơi|bạn ơi|con này|thằng này|vợ tôi|chồng tôi|vợ mình|
    mình là|mình có|mình đang|mình vừa|mình cũng|mình bị|mình đi|mình không|em là|em có|em đang|em cũng|em bị|em xin|
    cho em|của em|con em|người yêu|crush|đi ngủ|ăn cơm|của tôi|cho tôi|nhà tôi|tôi đi|tôi vừa|tôi đang|bà già`,
  ),
  group(
    'en',
    'exclamation',
    'start',
    'weak',
    `wow|omg|oh my|thank you|thanks|congratulations|hello|hi|yeah|great job|
    well done|good luck|happy`,
  ),
  group(
    'en',
    'opinion',
    'any',
    'weak',
    `best|worst|beautiful|ugly|terrible|awful|amazing|horrible|disgusting|stupid|
    boring|lovely|wonderful|awesome|fantastic|nice|really|very|so much|must|seems|looks like|so bad|too much`,
  ),
  group(
    'en',
    'criticism',
    'any',
    'weak',
    `corrupt|greedy|failure|liars|liar|worthless|mess|nothing but|oppressive|
    only cares|broken system|dictatorship|repressive|brutal`,
  ),
  group('en', 'other', 'any', 'weak', `i|i'm|i've|my|me|you guys`),
];

/** Chinese phrases, found as substrings of the claim. */
export const CHINESE_MARKERS: ReadonlyArray<readonly [MarkerGroup['kind'], string]> = [
  ['question', '^为什么|难道|怎么办|怎么会|谁知道|吗$|呢$|吧$'],
  ['satire', '开玩笑|讽刺|段子|哈哈|呵呵|笑死'],
  ['prayer', '祈祷|祈求|保佑|愿上帝|阿弥陀佛|安息吧|愿逝者'],
  ['call_to_action', '请转发|请大家|让我们|呼吁大家|抵制|大家不要|大家要|快来|别再|打倒'],
  [
    'opinion',
    '我认为|我觉得|我想|我相信|我希望|我喜欢|我不喜欢|我讨厌|在我看来|个人认为|依我看|我感觉|应该|不该',
  ],
  [
    'criticism',
    '无能|失望|不负责任|不作为|可耻|荒唐|丢脸|愤怒|官僚主义|受够了|不公平|不满|太.{1,6}了|糟糕|离谱|不顾百姓|浪费',
  ],
  ['prediction', '将会|一定会|迟早|恐怕|也许|总有一天|早晚'],
];
