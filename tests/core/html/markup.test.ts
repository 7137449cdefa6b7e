import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escaped, html, htmlPage, htmlText } from "../../../core/html/markup.ts";

describe("html", () => {
  it("escapes what is filled in, in text and in attributes", () => {
    const hostile = `<img src=x onerror="alert('1')">&`;
    expect(htmlText(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</p>',
    );
  });

  it("takes markup as markup, lists in their order, and nothing for nothing", () => {
    const items = ["甲", "乙"].map((word) => html`<li>${word}</li>`);
    expect(htmlText(html`<ul>${items}</ul>${null}${false}${undefined}${0}`)).toBe(
      "<ul><li>甲</li><li>乙</li></ul>0",
    );
  });

  it("leaves no sign that opens a tag, ends an attribute or is forbidden, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(escaped(text)).not.toMatch(/[\p{Cs}\p{Noncharacter_Code_Point}]/u);
      }),
      { numRuns: 200 },
    );
    expect(escaped("a\u0000b\ud800c\td")).toBe("a\ufffdb\ufffdc\td");
  });

  it("makes pages that may run nothing and fetch nothing", () => {
    const page = htmlPage({
      lang: "zh-Hans",
      title: "<题>",
      css: "p{}",
      pictures: "'none'",
      body: html`<p>文</p>`,
    });
    expect(page).toContain("default-src &#39;none&#39;; img-src &#39;none&#39;");
    expect(page).toContain("<title>&lt;题&gt;</title>");
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-Hans">/);
  });
});
