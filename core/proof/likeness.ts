/**
 * How alike two characters look or sound.
 *
 * Sound comes from pinyin-pro, read without tones and with the pairs that speakers and input methods confuse
 * (zh/z, ch/c, sh/s, n/l, -ng/-n); shape from a list of characters that readers and scanners mistake for each other.
 */
import { pinyin } from "pinyin-pro";

const SHAPES =
  "己已巳 未末 土士 日曰 人入八 刀力刁 干千于 天夫 王玉主 白百 目自 田由甲申 乌鸟 大太犬 木本术 今令 午牛 戊戌戍戎 侯候 拆折析 淅浙 " +
  "宣宜 崇祟 茶荼 陵凌棱菱 淞松 荷苛何 峰锋蜂烽 炎淡 渌绿录碌 洲州 攸悠修 晴睛情 栗粟 汩汨 冶治 券卷 辨辩辫 萧肖箫 尧晓 赢羸嬴 " +
  "阳杨扬场 徐涂除 彬杉 琳淋林 萍苹 佳桂 健建键 伟玮炜 俊峻骏竣 明朋 晖晕辉 永水冰 平乎 洁沽活 娟捐涓 昱煜 翊翌 腾滕 毫豪 密蜜 " +
  "历厉 暑署 薄簿 燥躁 蓝兰 娇骄 桔梏 亨享 住往 货贷 师帅 季李 孟盂 春舂 柱桂 坦垣 恒桓 城诚 " +
  "瓜爪 旁傍 势热 慢漫 幕墓慕 侯候 徒徙 栋拣 抡抢 沧沦 汆氽 洛落 塘糖搪 元园 石右 昌冒 贸冒 祁祈 邵绍 彭膨 湘相 郴彬 柳抑 怀坏 娄楼 冷泠 澧醴 沅元 溆叙 杭抗 州卅 庄庒 攸收 汉汊 沪泸 涪培 朔溯 淄缁 肇筚 褒裹 睢雎 邳邱 郏郑 鄱鄙 岱贷 崂捞 济挤 荆刑 蚌蛙";

const shapes = new Map<string, Set<string>>();
for (const group of SHAPES.split(" "))
  for (const char of group) {
    const others = shapes.get(char) ?? new Set();
    for (const other of group) others.add(other);
    shapes.set(char, others);
  }

const sounds = new Map<string, readonly string[]>();

/** Every reading of a character without tone, confusable initials and finals made one: 神 and 生 are both "sen". */
function soundsOf(char: string): readonly string[] {
  const known = sounds.get(char);
  if (known) return known;
  const readings = pinyin(char, { toneType: "none", type: "array", multiple: true, nonZh: "removed" });
  const folded = [
    ...new Set(
      readings.map((s) =>
        s
          .replace(/^(z|c|s)h/, "$1")
          .replace(/ng$/, "n")
          .replace(/^n(?=.)/, "l"),
      ),
    ),
  ];
  sounds.set(char, folded);
  return folded;
}

function soundAlike(a: string, b: string): boolean {
  const other = soundsOf(b);
  return soundsOf(a).some((sound) => other.includes(sound));
}

export function lookAlike(a: string, b: string): boolean {
  return shapes.get(a)?.has(b) ?? false;
}

export function alike(a: string, b: string): boolean {
  return a === b || lookAlike(a, b) || soundAlike(a, b);
}

/** Share (0–1) of the characters of two words of one length that are the same or alike; 0 where lengths differ. */
export function wordLikeness(a: string, b: string): number {
  if (a.length !== b.length || a.length === 0) return 0;
  let score = 0;
  for (let i = 0; i < a.length; i++) if (alike(a[i] as string, b[i] as string)) score++;
  return score / a.length;
}

/** Number of places at which two words of one length differ. */
export function differences(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}
