const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Frequent Vietnamese words as they look without diacritics, leaving out those common in English or French. */
export const VIETNAMESE_WORDS = words(`
  khong nguoi nhung duoc cua va cho nhu toi minh ban chung nay kia gi ai sao vay the nao roi cung
  da dang se phai biet lam noi hay con thi ma nen vi bi tai tren duoi trong ngoai voi tu hoi day do
  ong ba anh chi em nam thang ngay gio viet nuoc dan nha chinh phu cong nghe thay xem mua ban hoc
  truong tien luat dieu quyen viec rat qua lam cac mot hai nhieu bao nhieu dau bua lai luon neu khi
  van ve thoi dung sai xin cam on chao bac chau vay nhe nha nhi la me cha vo chong con tong thong bang nuoc
  hoang truong bien dao dang quoc trung hanh chinh tuong tich thu cong gia xang dien dat
`);

/** Spellings of Vietnamese chat. */
export const TEENCODE = words(`
  ko k kg hok hong hk khum dc đc dk đk vs mk mn mng ntn nt ib ny nyc ae bn bik bit bít thik thjk hem
  wa wá z zậy zay dzay dzậy j jk r ròi òi ng nguoi ngừi ngta nv nc nch tr vl vcl vkl đm dm clm cx
  cg gđ sv hs trc trước sđt tgian t m e a c ah uh uk uhm ạ ak đấy nha nhe nhé nè zui vk ck bthg bt
  chs chx lun thui nma nhma tks hjx hic huhu kiu r nx nữa vn sg hn qá quá thoai hoi hông hẻm hem
`);

export const ENGLISH_WORDS = words(`
  the of and to in is are was were be been being that this these those it its for with as on at by
  from have has had not but they their you your we our his her she he him them who what which when
  where how why will would can could should may might do does did about there an or if than then all
  more most no so up out into after before over also new i my me just like get people says said one
  many much some any other only because between during first did's don't it's i'm isn't
`);

export const FRENCH_WORDS = words(`
  le la les des du un une et est sont dans pour que qui ne pas sur avec au aux ce cette ces il elle
  ils elles nous vous leur leurs par plus ou mais comme se sa son ses été être avoir fait tout tous
  selon entre aussi dont sans sous contre depuis était ont à où très même droit toute
`);
