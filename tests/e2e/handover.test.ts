/** What leaves the house from the desk: pages by SFTP with a key that is trusted first, a digital edition, a report. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Server, sftpServer } from "../host/handover/sftp-server.ts";
import { axe, command, type DeskWindow, noWindow, openSample, openWindow, settled } from "./desk-window.ts";

describe.skipIf(noWindow)("what leaves the house", () => {
  let desk: DeskWindow;
  let server: Server;
  let printer: string;
  beforeAll(async () => {
    desk = await openWindow();
    printer = join(desk.home, "printer");
    mkdirSync(join(printer, "in"), { recursive: true });
    server = await sftpServer({ folder: printer });
    await openSample(desk.page);
  });
  afterAll(async () => {
    await server?.close();
    await desk?.close();
  });

  const dialog = () => desk.page.getByRole("dialog", { name: "送印" });
  const press = (name: string) => dialog().getByRole("button", { name, exact: true }).click();
  const inbox = () => readdirSync(join(printer, "in")).sort();

  it("pages go to a server whose key a person has compared, with the right password only", async () => {
    await command(desk.page, "送印");
    await dialog().waitFor();
    expect(await dialog().getByRole("button", { name: "打包并送出" }).isDisabled()).toBe(true);
    await dialog().getByLabel("送到").fill(`sftp://press@127.0.0.1:${server.port}/in`);
    await dialog().getByText("A1、A2 版还没有签付印").waitFor();
    await dialog().getByLabel("密码").fill("wrong");
    expect(await axe(desk.page)).toEqual([]);
    await press("打包并送出");

    const trust = dialog().getByRole("button", { name: "信任并送出" });
    await trust.waitFor({ timeout: 30_000 });
    expect(await dialog().locator(".handover-key").textContent()).toMatch(/SHA256:[\w+/]{43}/);
    expect(await trust.isDisabled()).toBe(true);
    expect(server.logins()).toBe(0);
    expect(await axe(desk.page)).toEqual([]);
    await dialog().getByRole("checkbox", { name: "已同印厂核对过这个指纹" }).check();
    await trust.click();
    await dialog()
      .getByText(/不接受用户 press/)
      .waitFor();

    await press("返回修改");
    await dialog().getByLabel("密码").fill("secret");
    await dialog().getByLabel("联系人").fill("夜班 林一苇");
    await press("打包并送出");
    await dialog().getByText("A1、A2 版已送到，逐个核对无误").waitFor({ timeout: 30_000 });
    const [name = "", ready] = inbox();
    expect(ready).toBe(`${name}.ready`);
    expect(JSON.parse(readFileSync(join(printer, "in", name, "ticket.json"), "utf8")).contact).toBe(
      "夜班 林一苇",
    );
    await press("完成");
  }, 90_000);

  it("the target and its contact are remembered, and no secret", async () => {
    const kept = readFileSync(join(desk.home, "settings.json"), "utf8");
    expect(kept).toContain(`sftp://press@127.0.0.1:${server.port}/in`);
    expect(kept).not.toMatch(/secret|wrong/);
    await command(desk.page, "送印");
    await expect.poll(() => dialog().getByLabel("送到").inputValue()).toContain("sftp://press@");
    expect(await dialog().getByLabel("联系人").inputValue()).toBe("夜班 林一苇");
    expect(await dialog().getByLabel("密码").inputValue()).toBe("");
  });

  it("what is stopped on its way waits, and is resumed from where it was", async () => {
    const before = server.written();
    // Another package: one page only. The line breaks each time a little is over.
    await dialog().getByRole("checkbox", { name: /^A2/ }).uncheck();
    await dialog().getByLabel("密码").fill("secret");
    server.cut(300_000, 1, 1, 1, 1, 1, 1);
    await press("打包并送出");
    await dialog()
      .getByText(/的连接断了/)
      .waitFor({ timeout: 30_000 });
    await press("停止");
    await dialog().getByRole("button", { name: "接着送" }).waitFor();
    server.cut();
    await dialog().getByLabel("密码").fill("secret");
    await press("接着送");
    await dialog().getByText("A1 版已送到，逐个核对无误").waitFor({ timeout: 30_000 });
    const name = inbox().find((file) => file.includes("_A1_") && !file.endsWith(".ready")) ?? "";
    const size = readdirSync(join(printer, "in", name)).reduce(
      (sum, file) => sum + readFileSync(join(printer, "in", name, file)).length,
      0,
    );
    expect(server.written() - before).toBe(size + 65);
    await press("完成");
  }, 90_000);

  it("a hot folder is chosen among the host's", async () => {
    mkdirSync(join(desk.home, "hot"));
    await command(desk.page, "送印");
    await press("选文件夹…");
    const files = desk.page.getByRole("dialog", { name: "选一个文件夹" });
    await files.getByRole("button", { name: "hot" }).click();
    await files.getByText(join(desk.home, "hot")).waitFor();
    await files.getByRole("button", { name: "用这个文件夹" }).click();
    expect(await dialog().getByLabel("送到").inputValue()).toBe(join(desk.home, "hot"));
    expect(await dialog().getByLabel("密码").count()).toBe(0);
    await press("打包并送出");
    await dialog()
      .getByText(/已送到，逐个核对无误/)
      .waitFor({ timeout: 30_000 });
    expect(readdirSync(join(desk.home, "hot"))).toHaveLength(2);
    await press("完成");
  }, 60_000);

  const saveAs = async (name: string) => {
    const files = desk.page.getByRole("dialog", { name: "存放位置" });
    await files.getByLabel("文件名").fill(name);
    await files.getByRole("button", { name: "存到这里" }).click();
  };

  it("a digital edition is made, and a findings report", async () => {
    await command(desk.page, "生成数字报");
    await saveAs("数字报");
    await desk.page.getByText(/^数字报已写到/).waitFor({ timeout: 60_000 });
    expect(existsSync(join(desk.home, "数字报", "index.html"))).toBe(true);
    await settled(desk.page);
    await command(desk.page, "查校报告");
    await saveAs("报告");
    await desk.page.getByText(/^查校报告已写到/).waitFor({ timeout: 60_000 });
    expect(readFileSync(join(desk.home, "报告.html"), "utf8")).toContain("数字核对表");
    expect(desk.complaints).toEqual([]);
  }, 120_000);
});
