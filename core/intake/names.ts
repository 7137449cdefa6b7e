/** Personal names, told by surname and length: the names of people stand in bylines without any other mark. */

const SURNAMES = new Set(
  (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石" +
    "廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳" +
    "翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆" +
    "农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻" +
    "苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣" +
    "晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼干尉冶元" +
    "檀阴昝智幸奉衡富尧"
  ).split(""),
);
const COMPOUND =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|呼延|南宫|长孙|宇文|轩辕|钟离|闻人|澹台|濮阳|淳于|单于|申屠|公羊|赫连|万俟|拓跋|完颜)/;

/** True for "朱平远", "欧阳修远", "买买提·艾力": two to four characters led by a surname, or names joined by a dot. */
export function isName(text: string): boolean {
  if (/^\p{Script=Han}{1,6}(?:[·•・]\p{Script=Han}{1,6}){1,3}$/u.test(text)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  if (COMPOUND.test(text)) return text.length >= 3;
  return text.length <= 3 && SURNAMES.has(text.slice(0, 1));
}

/** One or several names and nothing else: "朱平远", "朱 平", "刘青 周南". */
export function isNames(text: string): boolean {
  const compact = /^(\p{Script=Han})[ \u3000]{1,2}(\p{Script=Han})(?:[ \u3000]{1,2}(\p{Script=Han}))?$/u.exec(
    text,
  );
  if (compact) return isName(compact.slice(1).join(""));
  const names = text.split(/[ \u3000、，,/／]+/);
  return names.length <= 5 && names.every(isName);
}
