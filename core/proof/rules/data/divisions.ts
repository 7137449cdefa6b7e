/**
 * Divisions that are no more under their old names: what they are now, and since when (notices of the State Council).
 * Compiled for this project from general knowledge; a division that kept its name elsewhere (平江区, 海淀县) is left out.
 */
export interface FormerDivision {
  readonly old: string;
  readonly now: string;
  /** Year of the change: a text of that year or before is not judged. */
  readonly since: number;
}

const TABLE =
  "株洲县 渌口区 2018  宁乡县 宁乡市 2017  望城县 望城区 2011  祁阳县 祁阳市 2021  大庸市 张家界市 1994  襄樊市 襄阳市 2010  " +
  "崇文区 东城区 2010  宣武区 西城区 2010  密云县 密云区 2015  延庆县 延庆区 2015  南汇区 浦东新区 2009  卢湾区 黄浦区 2011  闸北区 静安区 2015  崇明县 崇明区 2016  " +
  "塘沽区 滨海新区 2009  汉沽区 滨海新区 2009  静海县 静海区 2015  蓟县 蓟州区 2016  宁河县 宁河区 2015  思茅市 普洱市 2007  莱芜市 济南市 2019  即墨市 即墨区 2017  " +
  "章丘市 章丘区 2016  富阳市 富阳区 2014  临安市 临安区 2017  奉化市 奉化区 2016  上虞市 上虞区 2013  增城市 增城区 2014  从化市 从化区 2014  沧浪区 姑苏区 2012  金阊区 姑苏区 2012  " +
  "璧山县 璧山区 2014  铜梁县 铜梁区 2014  大足县 大足区 2011  綦江县 綦江区 2011  开县 开州区 2016  梁平县 梁平区 2016  武隆县 武隆区 2017  郫县 郫都区 2016  双流县 双流区 2015  达县 达川区 2013  " +
  "户县 鄠邑区 2016  华县 华州区 2015  彬县 彬州市 2018";

export const FORMER: readonly FormerDivision[] = TABLE.split(/\s{2,}/).map((entry) => {
  const [old = "", now = "", since = ""] = entry.split(" ");
  return { old, now, since: Number(since) };
});
