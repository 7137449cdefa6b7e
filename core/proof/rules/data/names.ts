/** Surnames, and the titles and verbs that stand beside a person's name in a news story. */

/** Single-character surnames common enough to begin a name; those that are mostly other words (和, 从, 时) are left out. */
export const SURNAMES: ReadonlySet<string> = new Set(
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封芮储靳段富巫焦侯宓蓬全班仰仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印白怀蒲鄂索籍赖卓蔺屠蒙池乔胥双闻莘翟谭贡劳姬申堵冉宰雍桑桂牛寿通边扈燕冀浦尚农温庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖居衡步都耿满弘匡国文寇广禄阙东欧利蔚越隆师巩聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关相查后荆红游竺权盖桓公阳区肖涂楚闫佟覃仝付代苑邸植芦鹿郜豆牟岳俱战" +
    "",
);

/** Offices that one person holds at a time in one place. */
export const OFFICES =
  "总书记|副书记|书记|副省长|省长|副市长|市长|副县长|县长|副区长|区长|州长|副主席|主席|副主任|主任|副部长|部长|副局长|局长|副厅长|厅长|秘书长|政委|司令员|检察长|副院长|院长|副校长|校长|董事长|副总经理|总经理|总裁|会长|理事长|行长|副镇长|镇长|乡长|支书|社长|总编辑|台长|馆长|所长|站长|庭长";

/** Callings that many people of one story can have. */
export const CALLINGS =
  "负责人|记者|通讯员|教授|研究员|工程师|医生|医师|护士长|护士|民警|队长|组长|经理|总监|主管|村民|居民|市民|村主任|常委|委员|代表|队员|教练|选手|老师|律师|导演|作家|画家|会计|老人";

/** What a named person does in a news story, right behind the name. */
export const SPEAKS =
  "强调|指出|要求|表示|介绍|告诉|认为|说道|说|主持|出席|参加|听取|率队|率|带队|赴|来到|走访|调研|督导|先后|一行|解释|透露|坦言|回忆|笑着|讲话|致辞|宣布|听|代表|作报告|作了|会见|看望|检查|深入|陪同|勉励|最后|到会|到场|当场|向记者";
