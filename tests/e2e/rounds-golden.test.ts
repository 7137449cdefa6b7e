/** Sign-off and red check, light and dark, against the pictures of them that were looked at. Hours differ: they are few pixels. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command, type DeskWindow, noWindow, openSample, openWindow, saved } from "./desk-window.ts";
import { againstGolden, still } from "./golden.ts";

const USUAL = { width: 1440, height: 900 } as const;
const LARGE = { width: 1920, height: 1080 } as const;

describe.skipIf(noWindow).each(["light", "dark"] as const)("signing off looks as it did: %s", (theme) => {
  let desk: DeskWindow;
  beforeAll(async () => {
    desk = await openWindow({ theme, ...USUAL });
    await openSample(desk.page);
  });
  afterAll(() => desk?.close());

  const looksRight = async (name: string) => {
    const { page } = desk;
    await still(page);
    expect.soft(await againstGolden(page, `${name}-${theme}`)).toBeNull();
    if (theme !== "light") return;
    await page.setViewportSize(LARGE);
    expect.soft(await againstGolden(page, `${name}-${theme}-1920`)).toBeNull();
    await page.setViewportSize(USUAL);
  };
  const sign = async (role: string, name: string) => {
    const { page } = desk;
    await page
      .locator(".rounds-table")
      .getByRole("button", { name: new RegExp(`^一校，${role}，`) })
      .click();
    await page.getByRole("dialog").getByLabel("姓名").fill(name);
    await page.getByRole("dialog").getByRole("button", { name: "签字", exact: true }).click();
    await page.locator(".stamp").filter({ hasText: name }).waitFor();
  };
  const replace = async (from: string, to: string) => {
    const { page } = desk;
    await page.keyboard.press("Control+2");
    await page.keyboard.press("Control+f");
    const panel = page.getByRole("search", { name: "查找和替换" });
    await panel.getByLabel("查找", { exact: true }).fill(from);
    await panel.getByLabel("换成").fill(to);
    await panel.getByText("共 1 处").waitFor();
    await panel.getByRole("button", { name: "全部替换" }).click();
    await page.waitForTimeout(150);
  };

  it("a page signed, then changed", async () => {
    const { page } = desk;
    await page.keyboard.press("Control+6");
    await page.locator(".rounds-table").waitFor();
    await sign("编辑", "陈芳");
    await sign("校对", "周文远");
    await replace("步步高捐赠16.92万元", "步步高捐赠16.29万元");
    await replace("防松劲 防走偏", "防松劲 莫走偏");
    await page.keyboard.press("Control+6");
    await page.locator(".rounds-now").getByText("须重签").waitFor();
    await page.locator(".red-row").nth(1).waitFor();
    // That somebody has signed is no longer said once the page was changed.
    await page.locator(".notice").waitFor({ state: "detached" });
    await saved(page);
    await looksRight("signed");
  });

  it("what has to be signed again, asked for", async () => {
    await desk.page
      .locator(".rounds-table")
      .getByRole("button", { name: /^一校，校对，/ })
      .click();
    await desk.page.getByRole("dialog").getByRole("listbox").waitFor();
    await looksRight("sign-again");
    await desk.page.keyboard.press("Escape");
  });

  it("red check, a change that nobody asked for in front", async () => {
    const { page } = desk;
    await page.keyboard.press("Control+Alt+d");
    await page.locator(".red-row[data-group=unasked]").first().click();
    await saved(page);
    await looksRight("red");
    await page.keyboard.press("Control+Alt+d");
  });

  it("what stands in the way of release", async () => {
    await command(desk.page, "签付印");
    await desk.page.getByRole("dialog").getByText("项未了").first().waitFor();
    await looksRight("release");
    await desk.page.keyboard.press("Escape");
  });
});
