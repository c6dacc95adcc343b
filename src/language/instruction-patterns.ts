/** What words to a machine are; a closed list. */
export type InstructionKind =
  | 'ignore_instructions'
  | 'new_instructions'
  | 'role_play'
  | 'role_marker'
  | 'reveal_prompt'
  | 'dictated_output'
  | 'machine_addressed'
  | 'hidden_comment'
  | 'hidden_text'
  | 'encoded_payload';

interface InstructionPattern {
  readonly kind: InstructionKind;
  readonly pattern: RegExp;
}

/**
 * Stands for every letter and figure that is not ASCII where the Latin patterns are matched: with the
 * Unicode classes instead, they take seconds to compile for a text with an emoji in it.
 */
export const otherLetter = '\u00F8';

// Parts that come back; `@name` in a pattern stands for one of them.
const PARTS: Readonly<Record<string, string>> = {
  viAll: '(?:(?:tat ca|moi|toan bo|het|cac|nhung|bat ky) ){0,3}',
  viOrders:
    '(?:chi dan|huong dan|chi thi|menh lenh|cau lenh|lenh|quy tac|yeu cau|loi nhac|prompt|ngu canh)',
  viBefore:
    '(?: (?:nao|ma))?(?: (?:da|duoc|cho|nhan|dua ra|viet|nam)){0,3} (?:truoc|o truoc|ben tren|phia tren|o tren|tren day|ban dau|goc|he thong|cua ban|cua he thong|cu)',
  viMachine:
    '(?:tri tue nhan tao|mo hinh (?:ngon ngu|ai)|ai ?[,:]|chatbot|bot|tro ly(?: ao| ai)?|chatgpt|gpt|he thong ai|llm)',
  viOutput:
    '(?:tra loi|phan hoi|dap|xuat|in ra|ghi|tra ve|ket luan|danh gia|danh dau|phan loai|gan nhan|cham|dat|chon)',
  enAll: '(?:(?:all|any|every|each|of|the|your|my|our|these|those|whatever|everything|and) ){0,5}',
  enBefore:
    '(?:previous|prior|earlier|preceding|above|foregoing|initial|original|existing|past|old|former|system|safety|content)',
  enOrders:
    '(?:instructions?|inputs?|questions?|prompts?|directives?|directions|commands?|context|messages?|rules|guidelines|programming|training|tasks?|policy|policies|orders)',
  enMachine:
    '(?:ai|llm|language model|chatbot|chat ?bot|bot|ai assistant|virtual assistant|ai model|chatgpt|gpt(?:-?[0-9])?|claude|gemini|copilot|dan|large language model)',
  enShow:
    '(?:reveal|print|show|display|output|repeat|return|list|give|tell|share|provide|disclose|leak|dump|write|echo|recite|summari[sz]e|translate|encode|paste|copy|spell|send|describe|recall|state|see|know|what (?:is|are|was|were))',
  enPrompt:
    '(?:(?:system|initial|original|hidden|secret|internal|developer|confidential|starting|first) (?:level )?(?:prompts?|instructions?|messages?|directives?|configuration|guidelines)|your (?:(?:exact|full|given|current|previous|entire|complete|custom) )?(?:prompts?|instructions|directives|guidelines|configuration)|sysprompt)',
  outcome: '(?:contradicted|consistent|related|no position|not checkable|needs expert)',
  mark: '(?:is |as |to |with |la |thanh |bang )',
};
/** What may stand between two words. */
const GAP = `[^a-z0-9${otherLetter}]{1,3}`;
const WORDS = String.raw`[^.!?…\n]`;

const PATTERNS: ReadonlyArray<readonly [InstructionKind, readonly string[]]> = [
  [
    'ignore_instructions',
    [
      '(?:bo qua|phot lo|quen|quen di|lam ngo|khong tuan theo|dung tuan theo|dung lam theo|huy bo|xoa bo|vo hieu hoa)(?: het| di)? @viAll@viOrders@viBefore',
      '(?:bo qua|quen)(?: het| di)? (?:tat ca|moi|toan bo|nhung)(?: gi| thu| dieu)?(?: da)?(?: duoc)? (?:o tren|ben tren|phia tren|truoc do|noi truoc do)',
      '(?:ignore|disregard|forget|override|overlook|bypass|skip|do not follow|don.t follow|stop following|cancel|dismiss|neglect) @enAll@enBefore (?:and [a-z]+ )?@enOrders',
      '(?:ignore|disregard|forget) (?:all|any|everything)(?: of)?(?: that| the| what| you)?(?: text| instructions)? (?:above|before|previously|prior|you (?:were|have been|know))',
      '(?:ignore|disregard|forget|override) (?:all |any )?(?:(?:of )?(?:your|these|those|the) )(?:system )?(?:instructions|prompts?|programming|guidelines|directives)',
      '(?:instructions|prompts?|directives|rules) (?:above|before this|given (?:above|before|earlier))(?: (?:are|is))? (?:void|obsolete|cancel+ed|no longer|to be ignored)',
    ],
  ],
  [
    'new_instructions',
    [
      '(?:chi dan|huong dan|menh lenh|nhiem vu|lenh) moi(?: (?:cua ban|cho ban|danh cho @viMachine))(?: la)?',
      '(?:tu (?:gio|bay gio|nay|luc nay)(?: tro di)?|bay gio) (?:ban|he thong) (?:hay|phai|se|chi duoc|khong duoc) (?:tra loi|lam theo|tuan theo|xuat|ket luan|danh gia|dong vai|xem|coi|phan loai)',
      'lam theo (?:chi dan|huong dan|lenh|cau lenh) (?:sau|nay|duoi day|trong bai)',
      '(?:important )?new (?:system )?(?:instructions?|directive|prompt|task) (?:for (?:you|the @enMachine)|is|are|follows?)',
      '(?:important|updated|revised|urgent|additional|critical) new instructions?',
      '(?:your|the) (?:new|actual|real|true|updated) (?:task|instructions?|mission|objective|goal|job|directive|prompt) (?:is|are|now|will)',
      'follow (?:these|the following|only these|my|the new) (?:new )?(?:instructions|commands|directives|rules) (?:instead|exactly|only|from now|below|now|and)',
      '(?:instead|after that|then)(?: of that)? (?:do|perform|execute|complete|follow) (?:the following|this task|this instead|these instructions)',
      '(?:please )?(?:execute|perform|carry out|complete|obey) (?:the |this |these )?(?:following|next|below) (?:instructions?|commands?|tasks?|orders?|requests?)',
      '(?:i|we) (?:forgot|made a mistake|failed) (?:to|when|while|and)[^.!?\\n]{0,60} (?:your|you) (?:instructions|task|to)',
      '(?:^|[\\n*#])[\\s*#]{0,6}(?:new|important|urgent|priority|updated)(?: [a-z]+)? (?:instructions?|task|orders?|directive)\\s{0,3}[:*!\\n]',
      'regardless of (?:all |any |your |the )*(?:previous|prior|pre existing|earlier|other|existing) (?:input|instructions?|guidelines|prompts?|rules|messages?)',
      '(?:you.ve|you have|you were|you are) (?:been )?(?:assigned|given) (?:a|the|this|another|new) (?:new )?task',
      'if you (?:are|were) (?:told|asked|instructed) to (?:summari[sz]e|answer|respond|reply|translate|check|verify|classify|analy[sz]e)',
      '(?:every|each|any) (?:prompt|question|message|input|request) (?:i|we) (?:give|ask|send|write|provide)(?: to)?(?: you)?',
      '(?:the )?(?:normal |usual )?open ?ai(?:.s)? (?:content |usage |safety )?(?:policy|policies|guidelines|restrictions|rules)',
      '(?:wait for|await) (?:my|the|user) (?:input|prompt|next|question|command|reply|response)',
      'your task is to (?:list|write|print|output|generate|provide|answer|respond|translate|summari[sz]e|create|tell|give)',
      'for (?:testing|test|debugging|academic|training|diagnostic) purposes(?: only)?[,:] ?(?:please )?(?:list|print|output|do|execute|tell|write|provide|ignore|show|give|answer|perform)',
      '(?:this is (?:only )?a test|special case|emergency|experimental procedure|priority task|system malfunction|debugging error)[.:*!]{0,3} ?(?:please )?(?:list|print|output|do|execute|tell|write|provide|ignore|show|give|answer|perform|generate|if)',
      '(?:as part of|during) (?:your|the) (?:training|testing|evaluation)(?: exercise| process| phase)? you (?:were|are|must|will|have)',
      '(?:to|for) (?:enable |activate )?(?:debug|debugging|testing|test|maintenance|diagnostic)(?: mode| purposes)? (?:please )?(?:do|perform|execute|run|print|output|answer|respond) (?:this|the|all|your|with|to)',
    ],
  ],
  [
    'role_play',
    [
      '(?:bay gio|tu gio|tu bay gio|ke tu bay gio|tu nay)(?: tro di)? (?:ban|may|nguoi|mi) (?:la|se la|dong vai|hay la|tro thanh) ',
      '(?:ban|may|nguoi) (?:la|chinh la) (?:mot )?@viMachine',
      '(?:ban|may|nguoi)(?: hay| phai| se)? (?:dong vai|nhap vai)(?: la| mot| lam)?|hay (?:dong vai|nhap vai|gia vo|hanh dong nhu|xu su nhu)',
      'che do (?:nha phat trien|khong kiem duyet|khong gioi han|bao tri|debug|quan tri vien?)',
      'you (?:are|re) now (?:in (?:[a-z]+ ){1,2}mode|going to (?:act|pretend|role ?play|be|play)|acting|operating|running|an? (?:unrestricted|unfiltered|uncensored|different|new|helpful|evil|jailbroken|@enMachine)|dan|free from|no longer|@enMachine)',
      '(?:from now on|from this point on|from here on|starting now|henceforth)(?: out)? (?:you|your|act|respond|answer|reply|always|i want you|we are going|in this|every)',
      '(?:you (?:will|must|should|are to|are going to|shall|have to|need to|can)|i want you to|i need you to|i would like you to|please|let.s|and|to) (?:now )?(?:act|pretend|behave|role ?play|respond|simulate|answer|immerse yourself|play the role)(?: to be| to act)? (?:as(?: if| though)?|like|into|of|that|both|you) (?:(?:the|an?|my|your|you|if|though|two|another|both) )',
      '(?:^|[.!?:"“\\n]\\s{0,3})(?:hi |hello |hey )?(?:now )?(?:act|pretend|role ?play|simulate|imagine you are|take on the role|assume the role|play the role)(?: as| to be| you are| that you| of| like| an?) ',
      '(?:developer|dan|god|debug|maintenance|jailbreak|unrestricted|sudo|admin|root|opposite) mode (?:enabled|activated|on|output|is|engaged|v[0-9]|with|and|override)',
      'you (?:are|re) (?:in|entering) (?:a )?(?:developer|debug|maintenance|god|test|testing|admin|training|unrestricted|dan) mode',
      'you are (?:dan|an? (?:[a-z]+ ){0,3}ai)(?! [a-z])',
      '(?:now )?(?:you are going to|you will|you) act as (?:an?|the|my|two|[a-z]+ an?) ',
      '(?:stays?|remain|speak|break) (?:in )?character',
      '(?:jailbroken|jailbreak|unfilt?e?red|uncensored|unrestricted|unethical|amoral) (?:[a-z]+ )?(?:ai|bot|chat ?bot|assistant|language model|gpt|mode|response|version)',
      '(?:chatgpt|gpt|ai|chat ?bot) (?:in|with) [a-z]+ mode',
      '(?:simulate|emulate|enter|activate|enable|stay in) [a-z]+ mode',
      '(?:to|from|an?) [a-z]* ?(?:gpt|chatgpt|ai)(?: model)? (?:known as|named|called) [a-z]+',
      'in the role of [^.!?\\n]{0,30}(?:ai|assistant|bot|model)',
      'do anything now|chatgpt with (?:developer|dan)',
      'you are (?:an? )?(?:(?:[a-z]+ ){0,3})?(?:@enMachine) (?:that|who|which|named|called|with|without|and|trained|designed|tasked|in)',
      '(?:hypothetical|fictional) (?:story|scenario|response)[^.!?\\n]{0,60} (?:you|character|ai|chatbot)',
      '(?:without|no|ignores? (?:all )?) ?(?:any )?(?:ethical|moral|content|safety)(?: (?:or|and) [a-z]+)? (?:guidelines|restrictions|filters?|constraints|limitations|policy|policies)',
      '(?:in|stay in|remain in|break|breaking|out of) character (?:at all|and|as|no matter|throughout|by|i will|you|if)',
    ],
  ],
  [
    'role_marker',
    [
      '<\\|?(?:im_start|im_end|system|user|assistant|developer|endoftext|eot_id|start_header_id|end_header_id|begin_of_text|end_of_text|start_of_turn|end_of_turn|channel|message)\\|?>',
      '\\[/?(?:inst|sys|system|assistant|user)\\]|<</?sys>>|<(?:start|end)_of_turn>',
      '</?(?:system|assistant|developer|instructions?|prompt|user_input|post|passages?|documents?|data|context|claim|tool_call|function_call|tools?)(?: [^<>\\n]{0,80})?>',
      '(?:^|\\n)[\\s#*>"“-]{0,6}(?:system|assistant|developer|he thong|tro ly)(?: message| prompt| override| note| instruction| instructions)?[\\s*]{0,3}[:：](?!//)',
      '#{2,}\\s{0,2}(?:system|instructions?|new instructions?|response|assistant|end of (?:post|data|context|prompt|document))(?![a-z])',
      '\\bhuman:[^\\n]{0,200}\\bassistant:|(?:^|\\n)\\s{0,3}(?:human|assistant|user)\\s?:[^\\n]*\\n+\\s{0,3}(?:human|assistant|user)\\s?:',
      '(?:end|ket thuc|het) (?:of )?(?:the )?(?:user )?(?:prompt|system prompt|user input|data block|untrusted (?:data|text)|khoi du lieu|du lieu (?:nguoi dung|bai dang))(?! of)',
    ],
  ],
  [
    'reveal_prompt',
    [
      `(?:tiet lo|hien thi|in ra|xuat ra|cho (?:toi|minh) (?:xem|biet)|lap lai|nhac lai|liet ke|gui|dan|cong bo|dua ra|doc)${WORDS}{0,24} (?:system prompt|prompt|loi nhac|cau lenh|chi dan|tin nhan|huong dan) (?:he thong|goc|ban dau|bi mat|an|noi bo|cua ban|cua he thong|cua may)`,
      'your (?:system|initial|hidden|starting|original|secret|internal) (?:prompts?|instructions?|messages?|directives|guidelines|configuration)',
      '(?:system prompt|loi nhac he thong|prompt he thong) (?:cua (?:ban|may|he thong)|la gi)',
      '@enShow (?:me |us |back |out |all |any |of |to |in |from |the |your |a |exact |full |entire |complete |i |need |verbatim |everything |words? ){0,6}@enPrompt',
      `(?:repeat|print|output|show|recite|copy|echo|translate|encode|summari[sz]e)${WORDS}{0,40} (?:(?:the )?(?:words|text|everything|conversation|message|content|sentences?)(?: [a-z]+)? (?:above|before this|you were given|initially|so far)|(?:above|preceding|previous|initial|first) (?:text|words|message|prompt|conversation|lines?|paragraph)|everything (?:above|before|prior))`,
      `(?:what|which|how)${WORDS}{0,24} (?:were|was|are|have) (?:your|you)(?: (?:been )?(?:told|given|instructed|asked|configured|programmed))? (?:(?:initial|original|first|exact|system|secret|initially|before|at the (?:start|beginning))(?: (?:instructions?|prompt|message|task))?)`,
    ],
  ],
  [
    'dictated_output',
    [
      `@viOutput${WORDS}{0,48} (?:(?:la|thanh|bang) )?@outcome`,
      '(?:tra loi|phan hoi|xuat(?: ra)?|tra ve|in ra)(?: (?:chi|duy nhat|ket qua|cau tra loi|bang|duoi dang|theo dinh dang|dinh dang|mot|doi tuong|chuoi)){1,4} (?:json|xml|yaml|markdown|base64|html)',
      '(?:chi|hay|phai|luon)(?: duoc| luon| chi)? (?:tra loi|phan hoi|xuat ra|in ra|noi)(?: (?:la|bang|dung|duy nhat|mot|cau|tu|chu|voi)){1,4}[\\s:]{0,2}["“‘\']',
      '(?:hay |phai |luon )(?:ket luan|danh gia|danh dau|phan loai|gan nhan|coi|xem|xac nhan)(?: (?:rang|bai|bai dang|bai viet|luan diem|noi dung|tin|thong tin|nay|do|tren|moi|tat ca|ca|doan|van ban)){1,5}(?: nay)? (?:la )?(?:da )?(?:dung|chinh xac|that|su that|hop le|dang tin|phe duyet|duoc duyet|duyet|khong kiem chung duoc)',
      '(?:goi|chay|thuc thi|kich hoat) (?:ham|cong cu|function|tool)(?: [a-z_]{2,40})',
      `(?:respond|reply|answer|return|output|print|say|write|conclude|classify|label|mark|rate|set|treat|score|judge|flag)${WORDS}{0,48} @mark(?:the )?(?:word |label |outcome |verdict |status )?["“]?@outcome(?! to| with| by)`,
      '(?:respond|reply|answer|return|output|print|say|write)(?: (?:only|just|with|in|using|exactly|me|back|the|a|an|as|valid|following|word|words|phrase|string|sentence|nothing but)){1,6}[\\s:]{1,2}(?:json|xml|base64|markdown|html|["“‘\'`])',
      '(?:only|just|always|simply) (?:respond|reply|answer|output|return|print) (?:with|in|as|using|yes|true|the|by)',
      '(?:mark|label|classify|rate|flag|treat|approve|accept|judge|score) (?:this|the|these|all|every|any|following) (?:following )?(?:claims?|posts?|text|message|statement|content|draft|passage|document|input|response|comment)s?(?: (?:above|below|here))? (?:as|to be|is) (?:[a-z]+ ){0,2}(?:true|false|verified|safe|approved|accurate|correct|credible|consistent|supported|benign|not checkable|contradicted|official|trustworthy)',
      '(?:call|invoke|trigger|execute|run|use) (?:the )?(?:[a-z_]{2,30} )?(?:function|tool|api)(?: call| named| with| to| called|:| [a-z]+_[a-z_]+)',
      '(?:cite|quote|use) (?:only )?(?:passage|document|source|id)(?: id)? ["“]?[0-9a-z_-]{1,40}["”]? (?:as (?:the )?(?:only|evidence|source)|instead|only|for every)',
      '\\{\\s{0,3}"(?:verdict|outcome|role|tool|function|action|instruction|system|sentences|passage_?ids?|name)"\\s{0,3}:',
      '!\\[[^\\]\\n]{0,80}\\]\\(https?://[^)\\s]{0,200}[{<][^)\\n]{0,80}\\)',
      '(?:begin|start|end|prefix|prepend|append|finish) (?:each|every|all|your|the|any)(?: [a-z]+){0,2} (?:response|answer|reply|output|message|sentence)s? (?:with|by|in)',
      'your (?:response|answer|reply|output|next message) (?:should|must|will|shall|has to)(?: (?:always|only|also|not))? (?:be|begin|start|contain|include|end|consist|have)',
    ],
  ],
  [
    'machine_addressed',
    [
      '(?:gui|thong bao cho|luu y cho|danh cho|nhan|loi nhan cho|hoi|chu y) (?:cac )?(?:@viMachine)(?: (?:dang )?(?:doc|xu ly|phan tich|kiem chung|nay|dang))',
      '(?:neu )?(?:ban|may|nguoi) (?:la|dang la) (?:mot )?@viMachine(?: (?:hay|thi|dang|vui long))?',
      '@viMachine(?: oi)?(?: [,:])? (?:hay|vui long|phai|khong duoc|dung) (?:tra loi|ket luan|danh gia|bo qua|danh dau|phan loai|coi|xem|trich|xac nhan|gan|viet|soan)',
      '(?:attention|note|message|notice|instructions?|reminder|hey|hello|hi|dear|important)(?: to| for)?(?: the| all| any)? @enMachine(?:s|es)?(?: (?:system|assistant|model|reading|processing|that|who|from|you|please|i|this|going|analy[sz]ing)|[,:!.])',
      'if you are (?:an? |the )?@enMachine',
      '(?:as an|you are an?|you.re an?) (?:ai|llm|(?:large )?language model|ai (?:language )?model|ai assistant|chatbot)(?! (?:company|researcher|expert|engineer|scientist|startup))',
    ],
  ],
  [
    'hidden_comment',
    [
      `<!--[^>]{0,200}(?:ai|llm|model|assistant|bot|prompt|instructions?|ignore|system|chi dan|mo hinh|tro ly|bo qua|ket luan|verdict|outcome)[^>]{0,400}-->`,
      '\\[//\\]: ?#[^\\n]{0,20}[("][^\\n]{0,300}(?:ai|llm|model|assistant|prompt|instructions?|ignore|system|chi dan|mo hinh|tro ly|bo qua)[^\\n]{0,300}[)"]',
      '/\\*[^*\\n]{0,200}(?:llm|model|assistant|prompt|instructions|ignore previous)[^*\\n]{0,200}\\*/',
    ],
  ],
];

// Chinese has no gaps between words, so a pattern stands as it is.
const CHINESE: ReadonlyArray<readonly [InstructionKind, string]> = [
  [
    'ignore_instructions',
    '(?:忽略|无视|忘记|忘掉|不要理会|不要遵守|绕过|忽視|無視)[^。！？\\n]{0,8}(?:之前|以前|以上|上面|先前|前面|此前|所有|原来|系统|全部)[^。！？\\n]{0,6}(?:指令|指示|提示|命令|规则|要求|对话|内容|設定|设定)',
  ],
  [
    'new_instructions',
    '(?:新的?(?:指令|任务|指示)(?:是|如下|：|:)|(?:执行|遵循|按照)(?:以下|下列|下面的?)(?:指令|命令|指示))',
  ],
  [
    'role_play',
    '(?:你现在是|从现在(?:起|开始)[，,]?你|现在开始[，,]?你|请?(?:你)?(?:扮演|假装(?:你是|成)|充当一[个名位]?)|开发者模式|你是一个?(?:人工智能|语言模型|ai|助手|机器人|没有限制))',
  ],
  [
    'reveal_prompt',
    '(?:显示|输出|告诉我|透露|打印|重复|泄露|给我看|公开|说出)[^。！？\\n]{0,8}(?:系统提示词?|提示词|初始指令|系统指令|系统消息|你的指令|隐藏指令|系統提示)',
  ],
  [
    'dictated_output',
    '(?:请?(?:只|仅|必须)?(?:回答|回复|输出|返回|标记|判定|评为|归类)[^。！？\\n]{0,12}(?:json|“|"|为真|属实|为已核实|已批准|@outcome)|调用(?:函数|工具))',
  ],
  [
    'machine_addressed',
    '(?:如果你是|致|给|各位)(?:一个)?(?:人工智能|ai|语言模型|大模型|机器人)(?:模型|助手)?(?:[：:，,]|请|，?你)',
  ],
  ['role_marker', '(?:^|\\n)\\s{0,3}(?:系统|助手)(?:提示|消息)?[：:]'],
  ['hidden_comment', '<!--[^>]{0,200}(?:指令|模型|助手)[^>]{0,400}-->'],
];

/** Against folded text whose other letters are `otherLetter`. */
export const latinPatterns: readonly InstructionPattern[] = PATTERNS.map(([kind, sources]) => ({
  kind,
  pattern: latin(sources),
}));
/** Against folded text. */
export const chinesePatterns: readonly InstructionPattern[] = CHINESE.map(([kind, source]) => ({
  kind,
  pattern: new RegExp(filled(source), 'gu'),
}));

function latin(sources: readonly string[]): RegExp {
  const bounded = sources.map((source) => {
    const written = filled(source).replaceAll(' ', GAP);
    const left = /^[a-z(]/.test(source) ? `(?<![a-z0-9${otherLetter}])` : '';
    const right = /[a-z]\)*$/.test(source) ? `(?![a-z0-9${otherLetter}])` : '';
    return `${left}(?:${written})${right}`;
  });
  return new RegExp(bounded.join('|'), 'g');
}

function filled(source: string): string {
  const inner = (_: string, name: string): string => PARTS[name] ?? '';
  return source.replaceAll(/@([a-z]+[A-Z]?[a-z]*)/gu, inner);
}
