import { relationRule } from "./relation.ts";

/** From and to against the growth that is told. */
export const change = relationRule("change", "error", {
  source: "《图书编校质量差错认定细则》：数据前后矛盾",
  fires: [
    { text: "全县合作社由50家增加到60家，增长25%。", quote: "25%" },
    { text: "入学率从92.1%提高到94.5%，提高2.6个百分点。", quote: "2.6个百分点" },
    { text: "入学率从92.1%提高到94.5%，提高2.4%。", quote: "2.4%" },
    { text: "产值由50亿元增加到100亿元，翻了两番。", quote: "翻了两番" },
    { text: "门票原价200元，打八折后只需150元。", quote: "八折" },
  ],
  silent: [
    { text: "全县合作社由50家增加到60家，增长20%。" },
    { text: "游客由1.2万人次增至1.5万人次，增长25%。" },
    { text: "入学率从92.1%提高到94.5%，提高2.4个百分点。" },
    { text: "产值由50亿元增加到100亿元，翻了一番。" },
    { text: "门票原价200元，打八折后只需160元。" },
    { text: "合作社由50家增加到65家，增长三成。" },
  ],
});
