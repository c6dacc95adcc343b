/**
 * How Vietnamese is abbreviated and respelled in chat and comments. Compiled for this project from
 * common usage, nothing copied; what was wrong in more than three of ten uses in annotated comments was
 * taken out (`evals/TRIED.md`), and so was what is a word in serious text (bùn, mìn, hông, kg) or a word
 * merely without its diacritics. One line: what is meant, a colon, its spellings in lower case.
 */
export const CHAT_SPELLINGS = `
không: ko k kh khg kô k0 hk hok hong khum hơm khôg hôg khonq honk
không biết: kbt kbiet kbiết
không phải: kp kph
không có: kco
không liên quan: klq
được: dc đc dk đx đuoc đượk đựơc
với: vs zới dới zs vz
gì: j ji gj rì zì jì
vậy: z v zậy zay zị dzậy vậi
thế: thía
như thế nào: ntn ntnao
như vậy: nvay nvậy
như thế này: ntnay
mọi người: mn mng mnguoi mngười
người: ng ngừi nguời nguòi ngùi
người ta: ngta nta ngt
bình thường: bth bthg bthuong bthường
biết: bt bik bíc bk bjk bjt
rồi: r rùi rồy gòi ròi òi ùi rầu roài
thôi: thui thoy hoy thoii thuii
thì: thỳ thj
làm: lm
làm gì: lmj lgi
làm sao: lsao
tại sao: tsao
vợ: vk zợ
chồng: ck
vợ chồng: vkck vck
nhưng: nhg nhưg
nhưng mà: nma nhma nhmà
những: nhữg
cũng: cx cg cũg cũn
muốn: mún
mình: mk mh mik mìh mjh mih mềnh
tôi: t
mày: m
anh: a ank
em: e iem
chị: cj chj chụy
bạn: b
anh em: ae
anh chị: ac
anh chị em: ace
nữa: nx nựa nưã
nói: ns
nói chuyện: nch
chuyện: chiện chuỵn
trước: trc trứoc
trong: trog
trời: tr chời
quá: wá qá wa
quen: wen
quên: wên
luôn: lun lunn luông
gia đình: gđ gđình gđinh
công ty: cty
điện thoại: đt đthoai đthoại
số điện thoại: sđt sdt
sinh viên: sv
học sinh: hs
giáo viên: gv
bác sĩ: bs bsi bsĩ
bệnh viện: bv
nhân viên: nvien
công việc: cv cviec
thích: thik thík thíc thjk
yêu: iu
người yêu: ny ngyeu
bây giờ: bh bjo bgio bgiờ
giờ: h jờ
bao nhiêu: bnhieu bnhiêu bnh bnhiu
nhiêu: nhiu
nhiều: nhìu
hôm nay: hnay
hôm qua: hqua
nhắn tin: nt
bố mẹ: bme bmẹ
sinh nhật: sn snhat snhật
đang: đag đng
phải: fai fải pải phãi fãi
đi: ik đy
vui: zui dui dzui vuj
vô: zô dô dzô
về: zề zìa dìa
vào: zào dzào
vẫn: zẫn
trai: zai dzai
dữ: zữ
chưa: chx
đúng: đúg
quan trọng: qtrong qtrọng
quan tâm: qtam qtâm
vấn đề: vde vđề vđ
liên quan: lquan
kết quả: kqua
thời gian: tgian
thế giới: tgioi tgiới
xã hội: xh
chính trị: ctri ctrị
chính phủ: cphu cphủ
lãnh đạo: lđạo
hệ thống: hthong hthống
đặc biệt: đbiet đbiệt
chuẩn bị: cbi cbị
ví dụ: vd vdu
chương trình: ctrinh ctrình
cuộc sống: csong
cảnh sát giao thông: csgt
tiền: xiền
bà: pà
bé: pé
hiểu: hỉu
kiểu: kỉu
chết: chớt
thật: thậc thặc
con: kon
có: kó
các: kác
cho: choa
nha: nhoa
nghe: nge
nghĩ: ngĩ
đâu: đou
khi: khj
vì: vj
đừng: đừg
giống: giốg
xinh: xjnh
đẹp: đệp
đấy: đếy
dễ thương: dthuong dthw
mới: ms
xong: xog
tiếp: típ
điểm: đỉm
chúng ta: cta
kiểm tra: ktra
kinh tế: kte ktế
mối quan hệ: mqh
huấn luyện viên: hlv
vận động viên: vđv
`;

/**
 * Abbreviations of names and offices that official texts write out; those they use themselves (UBND,
 * BHYT) are not here, nor those with two usual meanings. Exactly these letters; small ones also match a
 * first capital.
 */
export const NAME_ABBREVIATIONS = `
Việt Nam: VN vn
Trung Quốc: TQ tq
Hà Nội: HN
Sài Gòn: SG
Thành phố Hồ Chí Minh: TPHCM TP.HCM Tp.HCM tp.hcm tphcm TpHCM
Hồ Chí Minh: HCM
Quốc hội: QH
Chính phủ: CP
Bộ Chính trị: BCT
Tổng Bí thư: TBT
Chủ tịch nước: CTN
Thủ tướng: TTg
Đảng Cộng sản: ĐCS đcs
Đảng Cộng sản Việt Nam: ĐCSVN đcsvn
Cộng sản Việt Nam: CSVN csvn
Trung ương: TW TƯ tw
Ban Chấp hành Trung ương: BCHTW BCHTƯ
Mặt trận Tổ quốc: MTTQ
Liên Hợp Quốc: LHQ lhq
Hội đồng Bảo an: HĐBA
Bộ Ngoại giao: BNG
Bộ Quốc phòng: BQP
Bộ Công an: BCA
Bộ Y tế: BYT
Cộng hòa xã hội chủ nghĩa: CHXHCN
Cộng hòa xã hội chủ nghĩa Việt Nam: CHXHCNVN
xã hội chủ nghĩa: XHCN xhcn
chủ nghĩa xã hội: CNXH cnxh
chủ nghĩa cộng sản: CNCS
tư bản chủ nghĩa: TBCN tbcn
Việt Nam Cộng hòa: VNCH vnch
Hoàng Sa Trường Sa: HSTS
quân đội nhân dân: QĐND
ngân sách nhà nước: NSNN
tự do ngôn luận: TDNL
cảnh sát giao thông: CSGT
công an: CA
`;
