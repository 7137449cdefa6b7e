/** The shell's life: one instance, files from the system, a window that keeps its place and never loses text. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fileOf, OpenFiles } from "../../electron/open-files.ts";
import { isReachable, readWindowState, writeWindowState } from "../../electron/window-state.ts";
import { type Desk, hostCall, inChromium, shellTests } from "./launch.ts";

const { open, start, pageFolder, newFolder } = shellTests();

/** A page that listens as the desk does, and notes what it hears. */
const listening = (flush = "Promise.resolve()") =>
  pageFolder(
    "",
    `window.heard = [];
     dayang.onCommand((id) => heard.push("command " + id));
     dayang.onOpenPath((path) => heard.push("open " + path));
     dayang.onClosing(() => { heard.push("closing"); return ${flush}; });
     dayang.ready();`,
  );
const heard = ({ page }: Desk) => page.evaluate("heard");

inChromium("one instance", () => {
  it("takes the file of a second launch, comes to the front, and the second ends", async () => {
    const first = await open({ pages: listening() });
    first.window.minimized = true;
    const { person: second } = await start({ home: first.home, argv: ["晚报.dayang"] });
    expect(second.windows.size).toBe(0);
    expect(await second.app.exited).toBe(0);
    await expect.poll(() => heard(first)).toEqual(["open /晚报.dayang"]);
    expect(first.window).toMatchObject({ minimized: false, focused: 1 });
    expect(first.app.recent).toEqual(["/晚报.dayang"]);
  });

  it("opens the file it was started with, from where it was started", async () => {
    const home = newFolder("home");
    const desk = await open({ home, argv: ["--no-sandbox", "a1.dayang"], pages: listening() });
    await expect.poll(() => heard(desk)).toEqual([`open ${join(home, "a1.dayang")}`]);
  });

  it("opens what macOS asks for, in order, however early", async () => {
    const files = new OpenFiles();
    const taken: string[] = [];
    files.add("/1.dayang");
    files.add("/2.dayang");
    files.deliver((path) => taken.push(path));
    files.add("/3.dayang");
    files.deliver(null);
    files.add("/4.dayang");
    expect(taken).toEqual(["/1.dayang", "/2.dayang", "/3.dayang"]);
    files.deliver((path) => taken.push(path));
    expect(taken.at(-1)).toBe("/4.dayang");

    const desk = await open({ pages: listening(), platform: "darwin" });
    desk.app.emit("open-file", { preventDefault() {} }, "/晚报.dayang");
    await expect.poll(() => heard(desk)).toEqual(["open /晚报.dayang"]);
  });

  it.each([
    [["app"], null],
    [["app", "a.dayang"], "/desk/a.dayang"],
    [["electron", "/work", "--flag=x.dayang", "/b/版.DAYANG"], "/b/版.DAYANG"],
    [["app", "notes.txt"], null],
  ] as const)("of the arguments %j it opens %j", (argv, path) => {
    expect(fileOf(argv, "/desk")).toBe(path);
  });
});

inChromium("the window's place", () => {
  const state = { bounds: { x: 40, y: 50, width: 1200, height: 800 }, maximized: false };

  it("is found again at the next launch", async () => {
    const first = await open();
    first.window.moveTo(state.bounds);
    first.window.close();
    await first.app.exited;
    const second = await open({ home: first.home });
    expect(second.window.options).toMatchObject(state.bounds);
  });

  it("is written while the window is open: a crash loses none of it", async () => {
    const desk = await open();
    desk.window.moveTo(state.bounds);
    desk.window.maximize();
    const file = join(desk.home, "window", "place.json");
    await expect.poll(() => readWindowState(file)).toEqual({ ...state, maximized: true });
  });

  it("is whole after the process is killed at any moment", async () => {
    const folder = newFolder("state");
    const file = join(folder, "place.json");
    const module = new URL("../../electron/window-state.ts", import.meta.url).href;
    const source = `import { writeWindowState } from ${JSON.stringify(module)};
      for (let n = 0; ; n++) {
        writeWindowState(${JSON.stringify(file)}, { bounds: { x: n, y: n, width: 900, height: 700 }, maximized: false });
        if (n === 0) process.stdout.write("began");
      }`;
    for (const pause of [0, 13, 40]) {
      const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", source]);
      await new Promise((resolve) => child.stdout.once("data", resolve));
      await new Promise((resolve) => setTimeout(resolve, pause));
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
      const kept = readWindowState(file);
      expect(kept?.bounds.x).toBe(kept?.bounds.y);
      expect(kept?.bounds.width).toBe(900);
    }
  });

  it("is the usual one where the file makes no sense, or nobody could reach it", () => {
    const file = join(newFolder("state"), "place.json");
    expect(readWindowState(file)).toBeNull();
    writeWindowState(file, state);
    const text = readFileSync(file, "utf8");
    for (let end = 0; end < text.length; end++) {
      writeFileSync(file, text.slice(0, end));
      expect(readWindowState(file)).toBeNull();
    }
    for (const bad of ['{"bounds":{"x":0,"y":0,"width":5,"height":5},"maximized":false}', "[]", "null"]) {
      writeFileSync(file, bad);
      expect(readWindowState(file)).toBeNull();
    }
    const screen = { x: 0, y: 0, width: 1920, height: 1080 };
    const at = (x: number, y: number) => isReachable({ x, y, width: 1200, height: 800 }, [screen]);
    expect([at(0, 0), at(1700, 900), at(-1000, 10)]).toEqual([true, true, true]);
    expect([at(1900, 0), at(0, 1060), at(-1190, 0), at(0, -300)]).toEqual([false, false, false, false]);
  });
});

inChromium("closing", () => {
  it("waits until the page has everything on the disk", async () => {
    const desk = await open({ pages: listening("new Promise((resolve) => (window.flush = resolve))") });
    await desk.window.webContents.settled();
    desk.window.close();
    await expect.poll(() => heard(desk)).toEqual(["closing"]);
    expect(desk.window.isDestroyed()).toBe(false);
    await desk.page.evaluate("flush()").catch(() => {});
    await expect.poll(() => desk.window.isDestroyed()).toBe(true);
    expect(desk.asked).toEqual([]);
    expect(await desk.app.exited).toBe(0);
  });

  it("asks a person where the page cannot save, and by default stays", async () => {
    const desk = await open({ pages: listening("new Promise(() => {})") });
    await desk.window.webContents.settled();
    desk.answers.push(0, 1);
    desk.window.close();
    await expect.poll(() => desk.asked.length, { timeout: 5000 }).toBe(1);
    expect(desk.asked[0]).toMatchObject({ kind: "message", options: { buttons: ["继续等待", "仍然关闭"] } });
    expect(desk.window.isDestroyed()).toBe(false);
    desk.window.close();
    await expect.poll(() => desk.window.isDestroyed(), { timeout: 5000 }).toBe(true);
  });

  it("does not wait for a page that has crashed", async () => {
    const desk = await open({ pages: listening("new Promise(() => {})") });
    await desk.window.webContents.settled();
    desk.answers.push(1);
    desk.window.webContents.emit("render-process-gone", {}, { reason: "crashed" });
    await expect.poll(() => desk.window.isDestroyed()).toBe(true);
    expect(desk.asked[0]).toMatchObject({ options: { buttons: ["重新载入", "退出大样"] } });
  });
});

inChromium("the host's process", () => {
  it("answers the page through its own port, bytes included", async () => {
    const desk = await open();
    expect(await hostCall(desk.page, "system.info", {})).toMatchObject({
      output: { version: "0.0.0", user: "tester", home: desk.home },
    });
    const again = await open();
    const length = again.page.evaluate(`new Promise((resolve) => {
      dayang.host.listen(({ answer }) => resolve(answer.output.bytes.byteLength));
      dayang.host.post({ id: 1, name: "fonts.get", input: { face: "song" } });
    })`);
    expect(await length).toBeGreaterThan(1_000_000);
  });

  it("is started anew with the page where it has died, and the person is told", async () => {
    const desk = await open();
    await hostCall(desk.page, "system.info", {});
    desk.answers.push(0);
    desk.children[0]?.kill();
    await expect.poll(() => desk.asked.length).toBe(1);
    expect(JSON.stringify(desk.asked[0])).toContain("后台程序意外结束");
    await expect
      .poll(() => hostCall(desk.page, "system.info", {}).catch(() => null), { timeout: 10_000 })
      .toMatchObject({ output: { user: "tester" } });
    expect(desk.children).toHaveLength(2);
  });

  it("gives a page that is loaded anew another port", async () => {
    const desk = await open();
    await hostCall(desk.page, "system.info", {});
    const loaded = desk.page.waitForEvent("load");
    desk.window.webContents.reload();
    await loaded;
    expect(await hostCall(desk.page, "editions.recent", {})).toEqual({ output: [] });
    expect(desk.children).toHaveLength(1);
  });

  it("ends with the app", async () => {
    const desk = await open();
    await hostCall(desk.page, "system.info", {});
    const ended = new Promise((resolve) => desk.children[0]?.on("exit", resolve));
    desk.app.quit();
    expect(await ended).toBe(0);
    expect(await desk.app.exited).toBe(0);
    expect(desk.asked).toEqual([]);
  });
});

inChromium("file dialogs", () => {
  it("ask in the desk's language, and what was chosen may be shown", async () => {
    const desk = await open();
    const call = (code: string) => desk.page.evaluate(`dayang.${code}`);
    desk.answers.push("/报/a1.dayang", "/报/a1.pdf", null);
    expect(await call(`chooseFile("edition")`)).toBe("/报/a1.dayang");
    expect(await call(`chooseSavePath("pdf", "../../江州晚报 2020-02-18: A1")`)).toBe("/报/a1.pdf");
    expect(await call(`chooseFile("pdf")`)).toBeNull();
    expect(desk.asked).toMatchObject([
      { kind: "open", options: { filters: [{ name: "大样版面文件", extensions: ["dayang"] }] } },
      { kind: "save", options: { defaultPath: join(desk.home, "江州晚报 2020-02-18- A1.pdf") } },
      { kind: "open" },
    ]);
    await call(`showInFolder("/报/a1.pdf")`);
    expect(desk.shown).toEqual(["/报/a1.pdf"]);
  });

  it("a dropped file tells its path, and one that has none tells none", async () => {
    const desk = await open();
    expect(await desk.page.evaluate(`dayang.pathOf(new File([], "a.txt"))`)).toBe("");
    const path = `dayang.pathOf(Object.assign(new File([], "a.txt"), { testPath: "/报/a.txt" }))`;
    expect(await desk.page.evaluate(path)).toBe("/报/a.txt");
  });
});
