/** Words that tell names of divisions from other words in 区, 县, 市 and 旗. Compiled for this project. */
/** The last character of a division's name. */
export const SUFFIXES = "区县市旗";
/** Areas that are no divisions: a token that ends in one of these names a zone, a quarter, a kind of place. */
export const GENERIC =
  /(?:[社园厂地城市商校景小郊山牧林灾疫战军矿库辖片街新老旧全各本该外多几两三四五六七八九十省州港湾他]|示范|开发|高新|经开|管理|试验|实验|保税|工业|风景|旅游|生活|办公|服务|功能|核心|中心|聚集|集聚|保护|居民|住宅|度假|合作|产业|物流|教学|缓冲|封控|管控|防范|高风险|中风险|低风险|候诊|隔离|作业|施工|库|站|病|赛|禁|考|展|等候|休息|接待|就餐|停车|候车|自治|特别行政|贫困|产粮|农业|大|强|该|百强|上|省辖|直辖|地级|县级|副省级)[区县市旗]$|[股门夜早超菜花集都楼车房汇债入开收闭罢救牛熊黑城]市$/;
/** What may stand behind 区, 县 or 市 so that these belong to the next word: 市场, 区别, 县长. */
export const BOUND = /^(?:场|面|值|民|价|长|委|井|容|侩|域|别|分|间|划|隔|块|位|级|城|治|令|志)/;
